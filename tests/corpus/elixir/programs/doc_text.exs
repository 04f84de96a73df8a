defmodule Docs do
  @moduledoc """
  Raises when the key is missing:

      iex> Map.fetch!(%{}, :a)
      ** (KeyError) key :a not found in: %{}
          (stdlib 4.2) :maps.get(:a, %{})
          docs.exs:3: Docs.get/1

  and nothing else.
  """
  def text, do: @moduledoc
end

IO.puts(Docs.text())
for n <- 1..15, do: IO.puts("page #{n} rendered")
