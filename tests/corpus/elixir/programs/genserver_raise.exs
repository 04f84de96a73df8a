defmodule Quota do
  use GenServer
  def start(n), do: GenServer.start(__MODULE__, n, name: __MODULE__)
  def init(n), do: {:ok, n}
  def handle_cast({:take, n}, left) when n > left, do: raise("quota used up: wanted #{n}, left #{left}")
  def handle_cast({:take, n}, left), do: {:noreply, left - n}
end

{:ok, pid} = Quota.start(5)
ref = Process.monitor(pid)
for n <- [2, 2, 9], do: GenServer.cast(Quota, {:take, n})
receive do
  {:DOWN, ^ref, _, _, _} -> :ok
end
Process.sleep(100)
for n <- 1..12, do: IO.puts("draining connection #{n}")
System.halt(5)
