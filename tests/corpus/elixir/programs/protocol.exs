defmodule Label do
  def of(run), do: "run-" <> to_string(run)
  def all(runs), do: Enum.map_join(runs, ",", &of/1)
end

IO.puts(Label.all([1, :two]))
IO.puts(Label.all([3, {4, :retry}]))
