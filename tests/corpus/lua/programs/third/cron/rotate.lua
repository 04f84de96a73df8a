local config = {
  mail = { keep = 7, size = "10M" },
  web = { keep = 14, size = "2T" },
}
local units = { K = 2 ^ 10, M = 2 ^ 20, G = 2 ^ 30 }

local function bytes(size)
  local number, unit = size:match("^(%d+)(%a)$")
  return tonumber(number) * units[unit] -- RAISES
end

local function rotate(folder)
  local c = config[folder]
  print(("rotate: %s keeps %d files of %.0f bytes"):format(folder, c.keep, bytes(c.size)))
end

rotate(arg[1])
