defmodule Feed do
  def run(n) when n > 2, do: exit({:feed_closed, n})
  def run(n), do: run(n + 1)
end

IO.puts("following")
spawn_link(fn -> Feed.run(0) end)
Process.sleep(1000)
