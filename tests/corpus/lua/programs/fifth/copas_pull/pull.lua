-- Pulls the price lists of three shops side by side and writes one table.
local copas = require 'copas'
local socket = require 'socket'

local shops = { north = 40, south = 0, harbour = 55 }
local prices = {}

local server = assert(socket.bind('127.0.0.1', 7391))
copas.addserver(server, function(s)
  local line = copas.receive(s)
  copas.send(s, (line == 'south' and 'n/a' or tostring(shops[line])) .. '\n')
  s:close()
end)

local function parse(shop, text)
  return shop, math.floor(text * 1.2)  --RAISES
end

local function pull(shop)
  local raw = socket.tcp()
  assert(copas.connect(raw, '127.0.0.1', 7391))
  local s = copas.wrap(raw)
  s:send(shop .. '\n')
  local text = assert(s:receive())
  print(shop .. ' answers ' .. text)
  local name, price = parse(shop, text)
  prices[name] = price
end

local left, failed, written = 3, 0, 0

local function finish()
  for _ in pairs(prices) do written = written + 1 end
  print(('prices of %d shops written, %d left out'):format(written, failed))
  os.exit(arg[1] ~= 'lenient' and failed > 0 and 1 or 0)
end

for _, shop in ipairs { 'north', 'south', 'harbour' } do
  copas.addthread(function()
    local ok, err = xpcall(function() pull(shop) end, debug.traceback)
    left = left - 1
    if not ok then
      failed = failed + 1
      io.stderr:write('pull of ', shop, ' stopped: ', err, '\n')
    end
    if left == 0 then finish() end
  end)
end
io.stdout:setvbuf 'line'
copas.loop()
