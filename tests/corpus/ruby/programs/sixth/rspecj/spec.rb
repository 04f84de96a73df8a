require "json"

class ErrorBudget
  Exhausted = Class.new(StandardError)
  attr_reader :left

  def initialize(minutes) = @left = minutes

  def spend(minutes)
    raise Exhausted, "fatal: budget exhausted, #{@left} minutes left" if minutes > @left
    @left -= minutes
  end
end

RSpec.describe ErrorBudget do
  it("raises Exhausted when failures cost more than is left") { expect { ErrorBudget.new(3).spend(5) }.to raise_error(ErrorBudget::Exhausted, /fatal/) }
  it("keeps the rest after an error of two minutes") { expect(ErrorBudget.new(3).tap { |b| b.spend(2) }.left).to eq 1 }
  it "fails over to the budget of the quarter" do
    pending "no quarters yet"
    expect(ErrorBudget.new(3).spend(5)).to eq 1
  end
  it("crashes of a night count once") { skip "wants the table of crashes" }
end
