local function store(path, rows)
  local f = assert(io.open(path, "w"))
  for i = 1, rows do f:write("row ", i, "\n") end
  assert(f:close()) -- RAISES
end
print("storing")
store("/dev/full", 10)
print("stored")
