defmodule SlowTest.MixProject do
  use Mix.Project

  def project, do: [app: :slow_test, version: "0.3.0", elixir: "~> 1.14", deps: []]
  def application, do: [extra_applications: [:logger]]
end
