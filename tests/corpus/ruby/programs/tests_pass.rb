require "minitest/autorun"

def parse(text)
  Integer(text)
rescue ArgumentError => e
  warn e.full_message(highlight: false)
  nil
end

class ParseTest < Minitest::Test
  def test_error_is_reported
    assert_nil parse("ten")
  end

  def test_raises
    assert_raises(ZeroDivisionError) { 1 / 0 }
  end

  def test_number
    assert_equal 10, parse("10")
  end
end
