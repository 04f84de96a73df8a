tasks = for n <- 1..6, do: Task.async(fn -> Process.sleep(if n == 4, do: 500, else: 1); n end)
for {task, res} <- Task.yield_many(tasks, 100) do
  IO.puts("task: #{inspect(res || Task.shutdown(task, :brutal_kill))}")
end
for n <- 1..20, do: IO.puts("merged part #{n}")
