local function step(i)
  if i % 7 == 0 then error("step " .. i .. " skipped on purpose") end
end
for i = 1, 30 do
  local ok, err = xpcall(step, debug.traceback, i)
  if not ok then print("note: " .. err) end
  print("step " .. i .. (ok and " done" or " skipped"))
end
for i = 1, 20 do print("flush " .. i) end
print("finished: 0 errors")
