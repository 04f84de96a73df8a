local function net(gross, percent)
  return math.floor(gross * 100 / (100 + percent))
end

describe("net", function()
  it("takes nineteen percent off", function()
    assert.are.equal(10000, net(11900, 19))
  end)

  it("is rounded", function()
    print("999 at 7")
    assert.are.equal(934, net(999, 7)) -- RAISES
  end)

  it("refuses texts", function()
    assert.has_error(function() net("x", 7) end)
  end)
end)
