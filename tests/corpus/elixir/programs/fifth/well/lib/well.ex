defmodule Well do
  require Logger

  def total(rows) do
    Enum.reduce(rows, 0, fn row, sum ->
      case Integer.parse(row) do
        {n, ""} ->
          sum + n

        _ ->
          Logger.error("row #{inspect(row)} is no number: ** (ArgumentError) skipped")
          sum
      end
    end)
  end
end
