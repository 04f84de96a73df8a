require "minitest/autorun"

class RatesTest < Minitest::Test
  RATES = { "EUR" => 1, "USD" => 1.08 }.freeze

  def rate(code)
    RATES[code].round(1) # RAISES
  end

  def test_fails_for_nothing
    assert_raises(NoMethodError) { nil.rate }
  end

  def test_known
    assert_equal 1.1, rate("USD")
  end

  def test_pound
    assert_equal 0.8, rate("GBP")
  end
end
