local function load_map(path)
  local f = assert(io.open(path, "r")) -- RAISES
  return f:read("a")
end
print("map", #load_map("/app/maps/level-1.tmx"))
