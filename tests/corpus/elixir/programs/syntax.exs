defmodule Broken do
  def run(x) do
    if x > 1 do
      :big
  end
end
