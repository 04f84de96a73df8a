defmodule Counter do
  use GenServer
  def init(n), do: {:ok, n}

  def handle_call({:add, text}, _from, n) do
    m = n + String.to_integer(text)
    {:reply, m, m}
  end
end

{:ok, pid} = GenServer.start(Counter, 0)
IO.inspect(GenServer.call(pid, {:add, "2"}))
IO.inspect(GenServer.call(pid, {:add, "two"}))
