Item = Struct.new(:name, :price)

class Basket
  def initialize(items)
    @items = items
  end

  def total(prices)
    @items.sum { |name| line(prices, name) }
  end

  def line(prices, name)
    prices[name].price * 2 # RAISES
  end
end

puts "basket 1"
$stdout.flush
puts Basket.new(%w[apple pear]).total({ "apple" => Item.new("apple", 3) })
