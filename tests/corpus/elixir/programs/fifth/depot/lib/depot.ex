defmodule Depot do
  use Application
  require Logger

  def start(_type, _args) do
    Logger.info("depot starts with #{Application.fetch_env!(:depot, :bays)} bays")
    children = [{Depot.Doors, Application.fetch_env!(:depot, :doors)}]
    Supervisor.start_link(children, strategy: :one_for_one, name: Depot.Supervisor)
  end
end
