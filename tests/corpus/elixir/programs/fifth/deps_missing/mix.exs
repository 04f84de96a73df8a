defmodule DepsMissing.MixProject do
  use Mix.Project

  def project, do: [app: :deps_missing, version: "0.3.0", elixir: "~> 1.14", deps: [{:units, path: "../units"}, {:rates, path: "vendor/rates"}]]
  def application, do: [extra_applications: [:logger]]
end
