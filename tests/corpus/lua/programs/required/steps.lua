local limits = require("limits")
local M = {}
function M.run(n) return n * limits.max end
return M
