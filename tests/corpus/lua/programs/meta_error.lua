local Err = setmetatable({}, { __call = function(c, text) return setmetatable({ text = text }, c) end })
Err.__index = Err
Err.__tostring = function(e) return "ConfigError: " .. e.text end
local function check(c)
  if not c.queue then error(Err("no queue is set [see docs: section 2]")) end
end
print("checking")
check({})
