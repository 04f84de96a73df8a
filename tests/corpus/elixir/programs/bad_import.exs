defmodule Night.Report do
  import Night.Formatting
  def row(n), do: fmt(n)
end

IO.puts(Night.Report.row(1))
