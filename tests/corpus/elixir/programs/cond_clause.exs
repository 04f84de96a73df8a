defmodule Rate do
  def class(x) do
    cond do
      x > 100 -> :fast
      x > 10 -> :slow
    end
  end
end

for x <- [200, 40, 3], do: IO.inspect(Rate.class(x))
