defmodule Fmt do
  def a, do: 1
end
