local lxp = require("lxp")
local function parse(path)
  local points = 0
  local parser = lxp.new({ StartElement = function(p, name, attributes)
    if name == "trkpt" then
      points = points + 1
      local lat = tonumber(attributes.lat)
      if lat > 90 then error(("latitude %s at byte %d"):format(attributes.lat, p:pos() and select(3, p:pos()))) end
    end
  end })
  for line in io.lines(path) do
    local ok, message, row, column = parser:parse(line .. "\n")
    if not ok then error({ path = path, message = message, row = row, column = column }) end
  end
  assert(parser:parse())
  parser:close()
  return points
end

local function told(e)
  if type(e) == "table" then return ("%s:%d:%d: %s"):format(e.path, e.row, e.column, e.message) end
  return debug.traceback(e, 2)
end

local whole = 0
for path in io.popen("ls in/*.gpx"):lines() do
  local ok, got = xpcall(parse, told, path)
  if ok then
    whole = whole + got
    print(("%-14s %3d points"):format(path, got))
  else
    io.stderr:write("ERROR ", got, "\n")
    print(("%-14s left out"):format(path))
  end
end
print("map drawn with " .. whole .. " points")
