local function depth(t)
  return 1 + depth(t.parent) -- RAISES
end
depth = nil
function descend(t)
  return 1 + descend(t.parent) -- OTHER
end
local t = {}
t.parent = t
print(descend(t))
