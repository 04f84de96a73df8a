def total(rows)
  rows.sum
end

RSpec.describe "Ledger" do
  it "raises an Error for text" do
    expect { total(["a"]) }.to raise_error(TypeError)
  end

  context "with two books" do
    it "has the same total in both" do
      puts "comparing 2 books"
      expect(total([40, 2, 7])).to eq(total([41, 7])) # RAISES
    end
  end

  it "knows the rates of 2027"
end
