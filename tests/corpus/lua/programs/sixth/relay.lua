local logging = require("logging")
local cjson = require("cjson")
io.stdout:setvbuf("line")
local about = {}
local log = logging.new(function(_, level, message)
  io.stdout:write(cjson.encode({ level = level, at = os.time(), event = message, error = about.error or cjson.null, letter = about.letter }), "\n")
  return true
end)
local letters = { '{"to":"harbour","text":"in at six"}', '{"to":"pilot"', '{"text":"?"}', '{"to":"tug","text":"two lines"}' }
local dead = {}
local function forward(letter)
  local decoded = cjson.decode(letter)
  return ("to %s, %d bytes"):format(decoded.to:upper(), #decoded.text)
end
while true do
  for n, letter in ipairs(letters) do
    if not dead[n] then
      local ok, result = xpcall(function() return forward(letter) end, debug.traceback)
      about = { letter = n, error = not ok and result or nil }
      dead[n] = not ok
      if ok then log:info("forwarded " .. result) else log:error("moved to the dead letters") end
    end
  end
  about = {}
  log:info("round over, nothing left to do")
  os.execute("sleep 0.5")
end
