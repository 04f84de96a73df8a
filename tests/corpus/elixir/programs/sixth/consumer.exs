require Logger
Logger.configure_backend(:console, format: "$time [$level] $message\n", colors: [enabled: false])

defmodule Consumer do
  use GenServer
  def init(_), do: {:ok, 0, {:continue, :poll}}
  def handle_continue(:poll, n), do: handle_info(:poll, n)

  def handle_info(:poll, n) do
    Process.send_after(self(), :poll, 200)
    message = Enum.at([~s({"id": 1}), "{id: 2}", ~s({"id": "x"}), ~s({"id": 4})], rem(n, 4))
    try do
      [_, id] = Regex.run(~r/"id": (.+)}/, message)
      Logger.info("message #{n}: #{String.to_integer(id)} acknowledged")
    rescue
      e -> Logger.error("message #{n} rejected without requeue: " <> Exception.format(:error, e, __STACKTRACE__))
    end
    {:noreply, n + 1}
  end
end

{:ok, _} = GenServer.start(Consumer, [])
Process.sleep(:infinity)
