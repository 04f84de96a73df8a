defmodule RatesTest do
  use ExUnit.Case

  test "an ArgumentError is raised for text" do
    assert_raise ArithmeticError, fn -> Rates.convert("a", :eur) end
  end

  test "pounds" do
    assert_in_delta Rates.convert(84, :gbp), 100, 0.1
  end

  test "dollars" do
    assert_in_delta Rates.convert(108, :usd), 100, 0.1
  end
end
