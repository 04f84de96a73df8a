defmodule Walk do
  def visit(%{kids: kids}), do: Enum.each(kids, &visit/1)
  def visit(%{leaf: nil}), do: throw({:no_leaf, "größe"})
  def visit(%{leaf: _}), do: :ok
end

IO.puts("walking")
Walk.visit(%{kids: [%{leaf: 1}, %{leaf: nil}]})
