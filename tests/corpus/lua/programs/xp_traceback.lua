local function open_shard(n)
  if n > 2 then error("shard " .. n .. ": no quorum [2/5]: giving up") end -- RAISES
  return n
end
local function sync()
  for n = 1, 4 do print("shard " .. open_shard(n) .. " open") end
end
local ok, trace = xpcall(sync, debug.traceback)
if not ok then
  io.stderr:write("FATAL: sync failed: " .. trace .. "\n")
  for i = 1, 5 do print("closing shard " .. i) end
  os.exit(3)
end
