-- Nightly export of the meter readings to a tab-separated file.
local lapp = require 'pl.lapp'
local stringx = require 'pl.stringx'

local args = lapp [[
Exports the readings of one day
    -d,--day (string)            the day, as 2026-11-26
    -z,--zone (default all)      a zone, or all
    -m,--max (1..5000 default 500)   rows of one file
    <target> (string)            the folder to write to
]]

print(("exporting %s of zone %s to %s"):format(args.day, args.zone, args.target))
for i, part in ipairs(stringx.split(args.day, '-')) do print(i, part) end
