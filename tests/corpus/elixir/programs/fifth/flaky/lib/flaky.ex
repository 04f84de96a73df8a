defmodule Flaky do
  def warm?, do: File.exists?("/tmp/flaky-cache")
end
