defmodule FlakyTest do
  use ExUnit.Case

  setup do
    on_exit(fn -> File.write!("/tmp/flaky-cache", "warm") end)
  end

  test "cache is warm" do
    assert Flaky.warm?(), "cache is cold: ** (RuntimeError) no entry"
  end

  test "one and one" do
    assert 1 + 1 == 2
  end
end
