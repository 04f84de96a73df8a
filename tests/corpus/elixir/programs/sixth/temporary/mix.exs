defmodule Tide.MixProject do
  use Mix.Project
  def project, do: [app: :tide, version: "0.2.0", elixir: "~> 1.14", deps: []]
  def application, do: [extra_applications: [:logger]]
end
