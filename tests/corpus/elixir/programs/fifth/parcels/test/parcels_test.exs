defmodule ParcelsTest do
  use ExUnit.Case
  doctest Parcels

  test "lightest first" do
    assert [%{id: "B"}, %{id: "A"}] = Parcels.sort([%{id: "A", weight: 900}, %{id: "B", weight: 40}])
  end

  test "label in kilograms" do
    assert Parcels.label(%{id: "A", weight: 1250}) == "A 1.2 kg" # RAISES
  end

  test "girth of a cube" do
    assert Parcels.girth(10, 10, 10) == 50
  end
end
