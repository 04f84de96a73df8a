defmodule Main do
  def run, do: JasonMissing.encode!(%{a: 1}) # RAISES
end

Main.run()
