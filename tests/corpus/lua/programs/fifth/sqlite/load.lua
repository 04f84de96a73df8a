-- Loads the readings of the night into the warehouse.
local driver = require 'luasql.sqlite3'
local log = require('logging.console')('%date %level %message\n')

local env = assert(driver.sqlite3())
local db = assert(env:connect(':memory:'))
assert(db:execute 'CREATE TABLE readings (meter TEXT, day TEXT, value INTEGER NOT NULL, UNIQUE (meter, day))')

local rows = { { 'M1', '26', '410' }, { 'M2', '26', '12' }, { 'M1', '27', '415' }, { 'M2', '26', '14' }, { 'M3', '26', '7' } }
local mode = arg[1] or 'strict'
local loaded, skipped = 0, 0
for i, row in ipairs(rows) do
  local done, err = db:execute(("INSERT INTO readings VALUES ('%s', '%s', %s)"):format(row[1], row[2], row[3]))
  if done then
    loaded = loaded + 1
  elseif mode == 'skip' then
    skipped = skipped + 1
    log:error(('row %d left out: %s'):format(i, err))
  else
    db:rollback()
    log:fatal(('row %d of %s: %s'):format(i, row[1], err))
    log:info(('%d rows rolled back'):format(loaded))
    db:close()
    env:close()
    os.exit(3)
  end
end
log:info(('%d rows loaded, %d skipped'):format(loaded, skipped))
