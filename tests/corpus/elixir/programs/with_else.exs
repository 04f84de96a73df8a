defmodule Pick do
  def row(n) do
    with {:ok, m} <- (if rem(n, 5) == 0, do: {:error, %KeyError{key: n, term: %{}}}, else: {:ok, n}), do: IO.puts("row #{m} ok")
  end
end

for n <- 1..25 do
  case Pick.row(n) do
    {:error, e} -> IO.puts("skipped: ** (#{inspect(e.__struct__)}) #{Exception.message(e)}")
    _ -> :ok
  end
end
