defmodule Old do
  def fetch(n) do
    if n == 2, do: IO.warn("Old.fetch/1 is deprecated, use New.fetch/1")
    n
  end
end

for n <- 1..24, do: IO.puts("fetched #{Old.fetch(n)}")
