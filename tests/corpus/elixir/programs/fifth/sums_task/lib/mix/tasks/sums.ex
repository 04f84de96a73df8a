defmodule Mix.Tasks.Sums do
  @shortdoc "Compares files with the list of their sums"
  use Mix.Task

  def run([list]) do
    rows = list |> File.read!() |> String.split("\n", trim: true)

    for row <- rows do
      [sum, file] = String.split(row, "  ")
      have = :erlang.md5(File.read!(file)) |> Base.encode16(case: :lower)
      Mix.shell().info("#{file} #{String.slice(have, 0, 8)}")
      if have != sum, do: Mix.raise("#{file} has the sum #{have}, #{list} says #{sum}")
    end
  end
end
