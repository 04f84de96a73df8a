defmodule Strict do
  def night(days) do
    rate = 3
    total = Enum.sum(days)
    IO.puts("total #{total}")
  end
end
