defmodule Parcels do
  @doc """
  Girth of a parcel in centimetres.

      iex> Parcels.girth(10, 20, 30)
      90
  """
  def girth(a, b, c), do: Enum.max([a, b, c]) + 2 * (a + b + c - Enum.max([a, b, c]))

  def sort(parcels), do: Enum.sort_by(parcels, & &1.weight)

  def label(%{id: id, weight: grams}), do: "#{id} #{Float.round(grams / 1000, 1)} kg"
end
