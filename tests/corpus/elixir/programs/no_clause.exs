defmodule Shape do
  def area({:circle, r}), do: 3.14 * r * r # RAISES
  def area({:square, a}), do: a * a
end

Enum.each([{:square, 2}, {:line, 3}], &IO.inspect(Shape.area(&1)))
