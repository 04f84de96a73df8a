local log = require("logging.console")("2026-11-22 03:20:00 %level %message\n")
local calls = 0
local function put(part)
  if part == 4 then
    calls = calls + 1
    if calls < 3 then error("connection reset by peer") end
  end
end
for part = 1, 26 do
  while true do
    local ok, e = xpcall(function() put(part) end, debug.traceback)
    if ok then break end
    log:error("part " .. part .. " failed: " .. e)
    log:warn("part " .. part .. " is sent again")
  end
  log:info("part " .. part .. " of 26 is sent")
end
log:info("all parts are sent, errors: 0")
