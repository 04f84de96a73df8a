local till = { open = false, cents = 0 }
function till.take(cents)
  if not till.open then error("till is closed", 0) end
  if cents < 0 then error({ code = "NEGATIVE", cents = cents }) end
  till.cents = till.cents + cents
end
local function logged(...)
  local ok, e = xpcall(till.take, debug.traceback, ...)
  print("-- " .. (ok and "no error" or tostring(e)))
  return ok
end

describe("a till", function()
  after_each(function() till.open = false end)
  it("raises an error while it is closed", function() assert.has_error(function() till.take(5) end, "till is closed") end)
  it("writes a traceback and stays closed", function() assert.is_false(logged(100)) end)
  it("fails with a table for negative amounts", function()
    till.open = true
    assert.has_error(function() till.take(-1) end, { code = "NEGATIVE", cents = -1 })
    assert.is_false(logged(nil))
  end)
  it("takes money", function() till.open = true; assert.is_true(logged(250)); assert.equal(250, till.cents) end)
  pending("survives a power failure")
end)
