local function parse(line, n)
  return assert(tonumber(line), "line " .. n .. " is no number: '" .. line .. "' – größer als erlaubt")
end
local lines = coroutine.wrap(function()
  for n, line in ipairs({ "1", "2", "drei" }) do coroutine.yield(parse(line, n)) end
end)
for v in lines do print("value", v) end
