defmodule Pages.MixProject do
  use Mix.Project
  def project, do: [app: :pages, version: "1.1.0", deps: [], aliases: ["site.deploy": ["compile", "assets.digest", "run -e Pages.publish()"]]]
end
