local depth = 0
local function fetch(n) if n == 0 then return nil, "no route: error 113" end return n end
debug.sethook(function(ev)
  local i = debug.getinfo(2, "nSl")
  if i.short_src:match("hook_trace") and i.name == "fetch" then io.write("[", ev, "] ", i.short_src, ":", i.currentline, ": in function '", i.name, "'\n") end
end, "cr")
for n = 0, 3 do print(fetch(n)) end
debug.sethook()
for n = 1, 22 do print("part " .. n .. " fetched") end
