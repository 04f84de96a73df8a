local health = require("health")
local M = {}

function M.check()
  health.report_start("hooks")
  local ok, err = pcall(require, "hooks.spelling")
  if ok then health.report_ok("spelling") else health.report_error("spelling is off: " .. err, { "install it where texts are written" }) end
  local said = vim.fn.system({ "sh", "-c", "git-lfs version" })
  health.report_warn("git-lfs ended with " .. vim.v.shell_error .. ": " .. vim.trim(said))
  health.report_ok("formatting of Lua")
end

return M
