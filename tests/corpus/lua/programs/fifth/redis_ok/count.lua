local seen = {}
local answer = redis.pcall('LPUSH', KEYS[1], 'x')
if answer.err then
  seen[#seen + 1] = 'skipped ' .. KEYS[1] .. ': ' .. answer.err
end
redis.call('SET', 'counted', #seen)
return seen
