local function steps(from, to, by)
  local n = 0
  for i = from, to, by do n = n + i end -- RAISES
  return n
end
print(steps(1, 10, 2))
print(steps(1, 10, 0))
