local function poll(n)
  if n == 2 then error("sensor bus is busy") end
end
for n = 1, 26 do
  local ok, trace = xpcall(poll, function(e) return debug.traceback("[warn] poll " .. e, 2) end, n)
  print(ok and ("[info] poll " .. n .. " ok") or trace)
end
