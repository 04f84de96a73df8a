defmodule Feed do
  use GenServer

  def start_link(path), do: GenServer.start_link(__MODULE__, path, name: __MODULE__)

  @impl true
  def init(path) do
    rows = path |> File.read!() |> String.split("\n")
    {:ok, rows}
  end
end

Process.flag(:trap_exit, true)
IO.puts("feed: starting 1 child")
{:ok, _} = Supervisor.start_link([{Feed, "/app/feed.csv"}], strategy: :one_for_one)
IO.puts("feed: serving")
