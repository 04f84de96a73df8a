local function price(item)
  return item.details.price * 2 -- RAISES
end

local function total(items)
  local sum = 0
  for _, item in ipairs(items) do
    sum = sum + price(item)
  end
  return sum
end

io.stdout:setvbuf("no")
print("totalling")
print(total({ { details = { price = 1 } }, {} }))
