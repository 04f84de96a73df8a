defmodule DepsMissing do
  def run, do: IO.inspect(Rates.usd())
end
