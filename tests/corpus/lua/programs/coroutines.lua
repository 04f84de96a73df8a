local function producer()
  for i = 1, 3 do
    if i == 3 then
      error("sensor " .. i .. " is gone") -- RAISES
    end
    coroutine.yield(i)
  end
end

local co = coroutine.wrap(producer)
for _ = 1, 3 do
  print("read", co())
end
