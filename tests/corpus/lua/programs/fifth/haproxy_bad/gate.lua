-- Rates of the gate, one "path rate" a line.
local limits = {}

local function load(path)
  for line in io.lines(path) do
    local where, rate = line:match('^(%S+)%s+(%d+)$')
    limits[where] = tonumber(rate)  --RAISES
  end
end

load('/app/limits.txt')

core.register_service('limit', 'http', function(applet)
  applet:set_status(200)
  applet:start_response()
  applet:send(tostring(limits[applet.path]))
end)
