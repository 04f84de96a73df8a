# Adds up what the tills of a shop took; the till at the door was closed early.
defmodule Till do
  use GenServer
  def open(name, cents), do: GenServer.start_link(__MODULE__, cents, name: via(name))
  def via(name), do: {:via, Registry, {Tills, name}}
  def took(name), do: GenServer.call(via(name), :took) # RAISES
  def init(cents), do: {:ok, cents}
  def handle_call(:took, _from, cents), do: {:reply, cents, cents}
end

{:ok, _} = Registry.start_link(keys: :unique, name: Tills)
for {name, cents} <- [hall: 120_050, door: 9_900, yard: 45_000], do: {:ok, _} = Till.open(name, cents)
GenServer.stop(Till.via(:door))

total =
  for name <- [:hall, :door, :yard], reduce: 0 do
    sum ->
      cents = Till.took(name)
      IO.puts("#{name}: #{cents}")
      sum + cents
  end

IO.puts("total: #{total}")
