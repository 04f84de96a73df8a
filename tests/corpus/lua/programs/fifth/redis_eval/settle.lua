-- Moves the balance of every open order to its account.
local moved = 0
for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local amount = redis.call('HGET', 'order:' .. key, 'amount')
  redis.call('INCRBY', 'account:' .. key, amount)
  moved = moved + tonumber(amount)
end
return moved
