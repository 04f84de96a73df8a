defmodule Old.MixProject do
  use Mix.Project

  def project, do: [app: :old, version: "0.9.0", elixir: "~> 1.10", deps: []]
end
