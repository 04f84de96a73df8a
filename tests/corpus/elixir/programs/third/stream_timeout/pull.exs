defmodule Pull do
  def pull(part) do
    if part == 3, do: Process.sleep(:infinity)
    part * 100
  end

  def all(parts) do
    parts
    |> Task.async_stream(&pull/1, timeout: 300, max_concurrency: 1)
    |> Enum.each(fn {:ok, bytes} -> IO.puts("#{bytes} bytes, 0 errors") end)
  end
end

Pull.all(1..5)
