defmodule Old do
  def run(x) do
    unused = 1
    IO.puts("ran, errors: 0")
  end

  def run(x, y), do: undefined_later(x)
  defp undefined_later(x), do: x
end

Old.run(1)
