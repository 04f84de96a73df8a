local function fetch(n)
  if n < 3 then error("timeout " .. n) end
  return "reply"
end

local reply
for n = 1, 3 do
  local ok, result = xpcall(fetch, debug.traceback, n)
  if ok then reply = result else io.stderr:write("WARN attempt failed: ", result, "\n") end
end

local function use(r)
  return r + 1 -- RAISES
end
print(use(reply))
