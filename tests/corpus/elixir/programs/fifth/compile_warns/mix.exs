defmodule Old.MixProject do
  use Mix.Project
  def project, do: [app: :old_rates, version: "2.0.0", deps: []]
  def application, do: [extra_applications: [:logger]]
end
