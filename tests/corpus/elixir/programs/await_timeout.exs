defmodule Fetch do
  def slow(n), do: (Process.sleep(400 * n); n)
  def all(list), do: list |> Enum.map(&Task.async(Fetch, :slow, [&1])) |> Enum.map(&Task.await(&1, 200))
end

IO.puts("fetching")
IO.inspect(Fetch.all([0, 3]))
