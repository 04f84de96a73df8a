defmodule Tide.Feed do
  use GenServer
  def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)

  @impl true
  def init(name) do
    if name == :currents, do: send(self(), :tick)
    {:ok, name}
  end

  @impl true
  def handle_info(:tick, :currents), do: raise(File.Error, reason: :enoent, action: "read file", path: "/tmp/currents.grib")

  @impl true
  def handle_call(:height, _from, name), do: {:reply, {name, 3.1}, name}
end

defmodule Tide.Extra do
  use Application
  def start(_type, _args), do: Supervisor.start_link([{Tide.Feed, :currents}], strategy: :one_for_one, max_restarts: 2)
end
