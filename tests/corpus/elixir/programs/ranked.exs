defmodule Halo do
  def check(rank, width) when rem(width, 2) == 1, do: raise("halo of rank #{rank} is #{width} wide, want 2 [even]")
  def check(_, width), do: width
  def exchange(rank, bad, step), do: check(rank, if(rank == bad and step == 2, do: 3, else: 2)) + 1
end

[rank, bad] = Enum.map(System.argv(), &String.to_integer/1)
for step <- 0..4 do
  IO.puts("step #{step}")
  Halo.exchange(rank, bad, step)
end
