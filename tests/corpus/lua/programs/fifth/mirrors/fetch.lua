-- Fetches the list of rates from the first mirror that answers, keeps yesterday's if none does.
local http = require 'socket.http'
local socket = require 'socket'

http.TIMEOUT = 0.5
local silent = assert(socket.bind('127.0.0.1', 7396))

local function get(url)
  local body, code = http.request(url)
  if not body then error(url .. ': ' .. code) end
  if code ~= 200 then error({ status = code, url = url }) end
  return body
end

local function text_of(err)
  return type(err) == 'table' and ('HTTP %s of %s'):format(err.status, err.url) or err
end

local left = { 'http://127.0.0.1:9/rates', 'http://127.0.0.1:7396/rates', 'http://localhost:notaport/rates' }
for _, url in ipairs(left) do
  local ok, err = xpcall(get, function(e) return debug.traceback(text_of(e), 2) end, url)
  if ok then
    print('fetched from ' .. url)
    os.exit(0)
  end
  io.stderr:write(os.date('!%Y-%m-%dT%XZ', 1795744200), ' WARN  fetch failed: ', tostring(err), '\n')
end
silent:close()
print(os.date('!%Y-%m-%dT%XZ', 1795744200) .. ' INFO  no mirror answers, rates of yesterday are kept')
