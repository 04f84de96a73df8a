local uv = require("luv")
io.stdout:setvbuf("no")
local lives, done = {}, 0
local function say(...) print(os.date("!%H:%M:%S"), "pool", string.format(...)) end

local function launch(shelf)
  lives[shelf] = (lives[shelf] or 0) + 1
  uv.spawn("lua5.4", { args = { "worker.lua", shelf, tostring(lives[shelf]) }, stdio = { nil, 1, 2 } }, function(code, signal)
    if code == 0 then
      done = done + 1
      return say("%s done in life %d", shelf, lives[shelf])
    end
    say("%s exited: code=%d signal=%d, next life in 50 ms", shelf, code, signal)
    local timer = uv.new_timer()
    timer:start(50, 0, function() timer:close(); launch(shelf) end)
  end)
end

for _, shelf in ipairs { "A", "B", "C", "D" } do launch(shelf) end
uv.run()
say("%d shelves counted", done)
