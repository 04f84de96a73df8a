defmodule Scale do
  def one({name, size}), do: {name, Integer.parse(size) |> elem(0)}
  def all(rows), do: rows |> Task.async_stream(Scale, :one, []) |> Enum.map(fn {:ok, r} -> r end)
end

IO.inspect(Scale.all(a: "12", b: "3px"))
IO.inspect(Scale.all(a: "12", b: "groß"))
