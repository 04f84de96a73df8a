local lu = require 'luaunit'
local feed = {}

function feed.parse(line)
  local key, value = line:match('^(%w+)=(%-?%d+)$')
  if not key then
    io.stderr:write('ERROR feed: bad line: ', line, '\n')
    error({ code = 'EBADLINE', line = line })
  end
  return key, tonumber(value)
end

TestFeed = {}

function TestFeed:testBadLineIsAnError()
  lu.assertErrorMsgEquals({ code = 'EBADLINE', line = 'halo=?' }, feed.parse, 'halo=?')
end

function TestFeed:testErrorOfNilIsRaised()
  lu.assertErrorMsgMatches('.*attempt to index a nil value.*', function()
    local t
    return t.x
  end)
end

function TestFeed:testNegative()
  local _, value = feed.parse('halo=-4')
  lu.assertEquals(value, -4)
end

function TestFeed:testFailIsNotReached()
  lu.skipIf(true, 'FATAL path needs the real feed')
  lu.fail('cannot happen')
end

os.exit(lu.LuaUnit.run('-v'))
