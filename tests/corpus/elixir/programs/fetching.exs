defmodule Store do
  def price(table, name) do
    Map.fetch!(table, name)
  end
end

defmodule Order do
  def total(table, names), do: names |> Enum.map(&Store.price(table, &1)) |> Enum.sum()
end

IO.puts("pricing")
IO.inspect(Order.total(%{"bolt" => 3}, ["bolt", "nut"]))
