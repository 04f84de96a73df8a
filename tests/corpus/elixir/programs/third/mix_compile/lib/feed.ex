defmodule Feed do
  @moduledoc "Errors of the feed are put aside."

  def load(lines), do: Enum.map(lines, &parse/1)

  defp parse(line) do
    [sku, price] = String.split(line, ";")
    {sku, to_cents(price)}
  end
end
