local function class(score)
  return string.rep("*", score) -- RAISES
end
local rows = { { "a", 3 }, { "b", "many" } }
for _, row in ipairs(rows) do print(row[1], class(row[2])) end
