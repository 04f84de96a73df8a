local settings = { on_error = "skip", error_handler = "debug.traceback", max_errors = 0, traceback_depth = 12, message = "lua: %s:%d: %s" }
local keys = {}
for k in pairs(settings) do keys[#keys + 1] = k end
table.sort(keys)
for _, k in ipairs(keys) do print(("%-16s = %s"):format(k, settings[k])) end
for i = 1, 15 do print("chunk " .. i .. " ok") end
