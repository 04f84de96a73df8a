require Logger

defmodule Remote do
  def ask(n) when n < 2, do: raise("no answer, try #{n}")
  def ask(_), do: {:error, :empty}

  def ask_again(n \\ 0) do
    ask(n)
  rescue
    e ->
      Logger.warn(Exception.format(:error, e, __STACKTRACE__))
      ask_again(n + 1)
  end
end

System.at_exit(fn _ -> for i <- 1..31, do: IO.puts("closing #{i}") end)
{:ok, reply} = Remote.ask_again()
IO.inspect(reply)
