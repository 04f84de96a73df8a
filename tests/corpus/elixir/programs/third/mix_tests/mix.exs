defmodule Rates.MixProject do
  use Mix.Project

  def project, do: [app: :rates, version: "0.3.0", elixir: "~> 1.10", deps: []]
end
