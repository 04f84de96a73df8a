-- A relay that reads its settings and stops with a message of its own.
local text = [[
listen = 127.0.0.1:7000
retries = 3
upstream =
]]
local function fail(line, message)
  io.stderr:write(("relay: relay.conf:%d: %s\n"):format(line, message))
  io.stderr:write("relay: not started\n")
  os.exit(78, true)
end
local settings, n = setmetatable({}, { __gc = function() print("relay: settings are forgotten") end }), 0
print("relay 2.1")
for line in text:gmatch("[^\n]+") do
  n = n + 1
  local key, value = line:match("^(%w+)%s*=%s*(.-)%s*$")
  if value == "" then fail(n, "setting '" .. key .. "' has no value") end
  settings[key] = value
end
