Logger.configure(level: :error)

refs =
  for n <- 1..4 do
    {_, ref} = spawn_monitor(fn -> if n == 2, do: raise("probe #{n} lost its socket"), else: :ok end)
    ref
  end

for ref <- refs do
  receive do
    {:DOWN, ^ref, :process, _, reason} -> IO.puts("probe ended: #{if reason == :normal, do: "well", else: "lost"}")
  end
end

Process.sleep(50)
for n <- 1..24, do: IO.puts("cycle #{n}: 3 of 4 probes, enough")
