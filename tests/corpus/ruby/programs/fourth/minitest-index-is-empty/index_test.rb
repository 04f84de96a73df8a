require "minitest/autorun"

class Index
  def initialize(words) = @words = words.reject { |w| w.size < 3 }
  def empty? = @words.empty?
  def size = @words.size
end

class IndexTest < Minitest::Test
  def test_size
    assert_equal 1, Index.new(%w[map a]).size
  end

  def test_short_words
    refute Index.new(%w[of a]).empty?, "the index of short words is empty" # RAISES
  end

  def test_remote
    skip "no network"
  end
end
