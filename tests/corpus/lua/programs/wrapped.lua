local function read_key(path)
  local f, why = io.open(path)
  if not f then error({ code = 2, why = why }) end
  return f:read("a")
end
local function load()
  local ok, e = pcall(read_key, "/app/secrets/key")
  if not ok then error("cannot load settings: code " .. e.code .. ": " .. e.why, 0) end
end
print("loading")
load()
