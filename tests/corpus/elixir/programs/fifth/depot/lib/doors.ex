defmodule Depot.Doors do
  use GenServer

  def start_link(doors), do: GenServer.start_link(__MODULE__, doors, name: __MODULE__)

  @impl true
  def init(doors) do
    {:ok, Map.new(doors, fn {name, width} -> {name, width} end)} # RAISES
  end
end
