local lu = require 'luaunit'

TestLedger = {}

function TestLedger:setUp()
  self.rows = { { 'rent', 120000 }, { 'power', 8450 }, { 'refund', -1999 } }
end

local function total(rows)
  local sum = 0
  for _, row in ipairs(rows) do sum = sum + math.abs(row[2]) end
  return sum
end

function TestLedger:testRowsAreKept()
  lu.assertEquals(#self.rows, 3)
end

function TestLedger:testTotalTakesRefundsOff()
  lu.assertEquals(total(self.rows), 126451)  --RAISES
end

function TestLedger:testErrorOfAnEmptyBook()
  lu.assertErrorMsgContains('empty book', function() error('empty book') end)
end

TestExport = {}

function TestExport:testSkippedWithoutPrinter()
  lu.skip('no printer on this machine')
end

os.exit(lu.LuaUnit.run(table.unpack(arg)))
