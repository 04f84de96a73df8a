ExUnit.start(trace: true, seed: 0)

defmodule ErrorTest do
  use ExUnit.Case
  import ExUnit.CaptureIO

  test "raises on empty list" do
    assert_raise ArgumentError, fn -> hd(Process.get(:nothing, [])) end
  end

  test "** (RuntimeError) is printed for errors" do
    assert capture_io(fn -> IO.puts(Exception.format(:error, %RuntimeError{message: "x"})) end) =~ "** (RuntimeError) x"
  end

  test "prints an expected error" do
    try do
      raise "expected"
    rescue
      e -> IO.puts(Exception.format(:error, e, __STACKTRACE__))
    end
  end
end
