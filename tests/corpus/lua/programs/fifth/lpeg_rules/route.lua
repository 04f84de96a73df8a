-- Compiles the rules of the mail router and routes the addresses of the night.
local re = require 're'
local lpeg = require 'lpeg'

local function compile(name, text)
  io.write('compiling ', name, ' ... ')
  io.flush()
  local pattern = re.compile(text, { lower = string.lower })  --RAISES
  print('ok')
  return pattern
end

local rules = {}
rules.local_part = compile('local_part', [[ {| {[a-z.]+} '@' {.*} |} ]])
rules.list = compile('list', [[
  list <- {| entry (',' entry)* |} !.
  entry <- space { name } space
  name <- [a-z]+ ('-' part)*
  space <- ' '*
]])

print('version', type(lpeg.version) == 'function' and lpeg.version() or lpeg.version)
for _, line in ipairs { 'ops-team, billing', 'anna' } do
  print(line, rules.list:match(line))
end
