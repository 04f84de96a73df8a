defmodule Cache do
  use GenServer
  def start_link(size), do: GenServer.start_link(__MODULE__, size)
  def init(size) when size > 4, do: {:stop, {:too_big, size}}
  def init(size), do: {:ok, size}
end

IO.puts("starting tree")
{:ok, _} = Supervisor.start_link([{Cache, 9}], strategy: :one_for_one)
