# Runs three converters side by side and shows what they say, each with its name before it.
commands = [gz: "printf 'rows\\n' | gzip -c | wc -c", bz: "printf 'rows' | gzip -d 2>&1 || echo 'not compressed, kept as it is'", ls: "ls /app/old 2>&1 || true"]

commands
|> Enum.map(fn {name, command} ->
  Task.async(fn ->
    port = Port.open({:spawn_executable, "/bin/sh"}, [:binary, :exit_status, args: ["-c", command]])
    read = fn read ->
      receive do
        {^port, {:data, text}} -> (for line <- String.split(text, "\n", trim: true), do: IO.puts("#{name} | #{line}")); read.(read)
        {^port, {:exit_status, code}} -> code
      end
    end
    {name, read.(read)}
  end)
end)
|> Task.await_many(10_000)
|> Enum.each(fn {name, code} -> IO.puts("#{name} ended with #{code}") end)

{:ok, pid} = Task.start(fn -> exit({:shutdown, :upstream_closed}) end)
ref = Process.monitor(pid)
receive do {:DOWN, ^ref, _, _, reason} -> IO.puts("feed ended: #{inspect(reason)}, as every night at this hour") after 1000 -> :ok end
