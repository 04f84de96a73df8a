defmodule Worker do
  def share(total, parts), do: div(total, parts) # RAISES
end

IO.puts("sharing")
task = Task.async(fn -> Worker.share(12, 0) end)
IO.inspect(Task.await(task))
