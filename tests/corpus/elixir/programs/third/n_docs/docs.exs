defmodule Shown do
  def errors, do: [%ArgumentError{message: "no day"}, %KeyError{key: :a, term: %{}}, {:error, :enoent}, {:EXIT, :killed}]
end

for error <- Shown.errors() do
  IO.inspect(error, label: "could be")
  if is_exception(error), do: IO.puts(Exception.format_banner(:error, error))
end

IO.puts("example of a report:\n" <> "** (RuntimeError) the disk is full\n    (night 0.1.0) lib/night.ex:12: Night.run/1")
for n <- 1..22, do: IO.puts("section #{n} of the manual written")
