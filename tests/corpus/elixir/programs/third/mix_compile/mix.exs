defmodule Feed.MixProject do
  use Mix.Project

  def project, do: [app: :feed, version: "1.0.0", elixir: "~> 1.10", deps: []]
end
