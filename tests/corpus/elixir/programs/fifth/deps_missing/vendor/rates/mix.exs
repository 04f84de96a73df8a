defmodule Rates.MixProject do
  use Mix.Project
  def project, do: [app: :rates, version: "1.0.2"]
end
