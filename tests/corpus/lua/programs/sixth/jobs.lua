-- Jobs as coroutines on one loop; a job that fails is told and dropped, the loop goes on.
local cqueues = require("cqueues")
local socket = require("cqueues.socket")
local loop = cqueues.new()
local results = {}

loop:wrap(function()
  local con = socket.connect({ host = "127.0.0.1", port = 9 })
  con:settimeout(1)
  assert(con:connect())
end)
loop:wrap(function() cqueues.sleep(0.05); results.rain = "12 mm" end)
loop:wrap(function()
  cqueues.sleep(0.02)
  local row = { wind = nil }
  results.wind = row.wind.speed
end)
loop:wrap(function() cqueues.sleep(0.1); results.sun = "3 h" end)

for why, context, code, thread in loop:errors() do
  print(("loop: error in a job: %s (context %s)"):format(tostring(why), tostring(context):gsub("0x%x+", "0x")))
  if thread then print(debug.traceback(thread)) end
end
local defaults = { rain = "0 mm", wind = "calm (default)", sun = "0 h", snow = "none (default)" }
for _, key in ipairs { "rain", "snow", "sun", "wind" } do print(key, results[key] or defaults[key]) end
print("loop: empty, bulletin is out")
