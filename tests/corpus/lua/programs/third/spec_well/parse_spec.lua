local function parse(row)
  local name, value = row:match("^(%w+);(%d+)$")
  if not name then error("row '" .. row .. "' is broken", 0) end
  return name, tonumber(value)
end

describe("parse", function()
  it("raises an error for a broken row", function()
    local ok, e = pcall(parse, "a;x")
    assert.is_false(ok)
    print("expected: lua: " .. e .. "\n" .. debug.traceback("stack of the spec"))
  end)

  for i = 1, 20 do
    it("reads row " .. i, function()
      assert.are.equal(i, select(2, parse("a;" .. i)))
    end)
  end

  pending("error 17 is fixed")
end)
