ExUnit.start(seed: 0, colors: [enabled: false])

defmodule RaisesTest do
  use ExUnit.Case
  import ExUnit.CaptureLog
  test "a linked task dies" do
    Process.flag(:trap_exit, true)
    assert capture_log(fn -> t = Task.async(fn -> raise "boom" end); catch_exit(Task.await(t)) end) =~ "boom"
  end
  test "missing key", do: assert_raise(KeyError, fn -> Map.fetch!(%{}, :a) end)
  for n <- 1..18, do: test("case #{n}", do: assert(unquote(n) > 0))
end
