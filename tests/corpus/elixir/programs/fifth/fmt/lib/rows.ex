defmodule Fmt.Rows do
  def rows( list ),do: Enum.map(list,fn x->x+1 end)
end
