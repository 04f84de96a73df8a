Lent = Struct.new(:days) do
  def initialize(days)
    raise ArgumentError, "cannot lend for #{days} days" if days.negative?
    super
  end

  def fee(after)
    late = after - days
    late.positive? ? 20 * late : 0
  end
end

Given(/^a book was lent for (-?\d+) days$/) { |days| @lent = begin Lent.new(days.to_i) rescue $! end }
When(/^it comes back after (\d+) days$/) { |days| @fee = @lent.fee(days.to_i) }
Then(/^the fee is (\d+) cents$/) { |cents| expect(@fee).to eq cents.to_i }
Then(/^an error is noted for the reader$/) { }
Then(/^lending fails$/) { expect(@lent).to be_a ArgumentError }
