# Makes thumbnails in parallel; those that take too long or die are left to the next night.
require Logger
{:ok, sup} = Task.Supervisor.start_link()

work = fn
  "b.png" -> Process.sleep(5_000)
  "d.png" -> raise File.Error, reason: :enoent, action: "read file", path: "/app/in/d.png"
  name -> Process.sleep(20); byte_size(name)
end

files = ~w(a.png b.png c.png d.png e.png)

results =
  Task.Supervisor.async_stream_nolink(sup, files, work, timeout: 400, on_timeout: :kill_task)
  |> Enum.zip(files)

for {result, file} <- results do
  case result do
    {:ok, _} -> IO.puts("thumb #{file} ok")
    {:exit, :timeout} -> Logger.warn("thumb #{file} timed out, left for the next night")
    {:exit, {error, _}} -> Logger.warn("thumb #{file}: #{Exception.message(error)}, left for the next night")
  end
end

IO.puts("thumbs: #{Enum.count(results, &match?({{:ok, _}, _}, &1))} of #{length(files)} made")
