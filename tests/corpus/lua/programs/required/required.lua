package.path = "/app/?.lua"
local steps = require("steps")
for n = 1, 3 do print("step", steps.run(n)) end
