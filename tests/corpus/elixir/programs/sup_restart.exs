defmodule Flaky do
  use GenServer
  def start_link(_), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)
  def init(_), do: {:ok, nil}
  def handle_cast(:poke, _), do: raise("sensor gave no value")
end

{:ok, _} = Supervisor.start_link([Flaky], strategy: :one_for_one)
GenServer.cast(Flaky, :poke)
Process.sleep(200)
for n <- 1..26, do: IO.puts("sample #{n} taken by #{inspect(is_pid(Process.whereis(Flaky)))}")
IO.puts("finished, restarts: 1")
