defmodule Key do
  def hash(v), do: :crypto.hash(:sha256, v) |> Base.encode16()
  def pick(list, n), do: list |> List.to_tuple() |> elem(n)
end

IO.puts("picking")
IO.inspect(Key.pick([:a, :b], 2))
