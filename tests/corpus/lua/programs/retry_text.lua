local function fetch(n, try)
  if n == 3 and try < 3 then error("part 3: connection reset by peer") end
end
for n = 1, 24 do
  for try = 1, 3 do
    local ok, e = pcall(fetch, n, try)
    if ok then print("part " .. n .. " fetched"); break end
    print("WARN try " .. try .. " of 3: " .. e)
  end
end
