# A consumer whose broker goes away twice; a supervisor starts its connection again.
defmodule Connection do
  use GenServer
  def start_link(_), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)

  def init(_) do
    tries = :persistent_term.get(:tries, 0)
    :persistent_term.put(:tries, tries + 1)
    Process.send_after(self(), :poll, 50)
    {:ok, tries}
  end

  def handle_info(:poll, tries) when tries < 2 do
    {:stop, {:shutdown_by_broker, :"CONNECTION_FORCED - broker forced connection closure"}, tries}
  end

  def handle_info(:poll, tries) do
    IO.puts("queue: 14 messages taken at start #{tries + 1}")
    send(:main, :done)
    {:noreply, tries}
  end
end

Process.register(self(), :main)
{:ok, sup} = Supervisor.start_link([Connection], strategy: :one_for_one)

receive do
  :done -> Supervisor.stop(sup)
after
  5_000 -> System.halt(9)
end

IO.puts("queue: empty, consumer ends")
