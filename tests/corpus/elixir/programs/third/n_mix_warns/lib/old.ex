defmodule Old do
  def run do
    error = :unused
    for n <- 1..21, do: IO.puts("sheet #{n} written")
    IO.puts(:string.strip('errors: 0 '))
  end

  defp fail(reason), do: raise("failed: #{reason}")
end
