local function lease(n) return setmetatable({}, { __close = function() error("lease " .. n .. " was released twice") end }) end -- RAISES
local function work()
  local held <close> = lease(4)
  print("working")
end
work()
