defmodule Guard.MixProject do
  use Mix.Project

  def project, do: [app: :guard, version: "0.1.0", elixir: "~> 1.10", deps: []]
end
