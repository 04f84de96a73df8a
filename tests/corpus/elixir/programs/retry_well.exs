defmodule Disk do
  def store(2, left) when left > 0, do: raise("block 2 is locked")
  def store(n, _), do: IO.puts("block #{n} stored")

  def go(n, _) when n > 24, do: IO.puts("done, 0 errors")

  def go(n, left) do
    try do
      store(n, left)
      :ok
    rescue
      e -> {:again, Exception.format(:error, e, __STACKTRACE__)}
    end
    |> case do
      :ok -> go(n + 1, left)
      {:again, text} -> IO.puts("warning: " <> text) && go(n, left - 1)
    end
  end
end

Disk.go(0, 2)
