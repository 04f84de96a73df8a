print("stack of a coroutine at rest, for the curious:")
local co = coroutine.create(function() coroutine.yield() end)
coroutine.resume(co)
print(debug.traceback(co))
for i = 1, 22 do print("tick", i) end
