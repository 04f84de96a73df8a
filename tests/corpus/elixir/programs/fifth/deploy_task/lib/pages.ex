defmodule Pages do
  def publish, do: IO.puts("published")
end
