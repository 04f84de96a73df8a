local units = { kg = 1, t = 1000 }
local function expand(text)
  return (text:gsub("(%d+)(%a+)", function(n, u) return n * units[u] end)) -- RAISES
end
print(expand("3kg 2t"))
print(expand("5lb"))
