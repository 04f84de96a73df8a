for i = 1, 3 do setmetatable({}, { __gc = function() error("handle " .. i .. " was closed already") end }) end
collectgarbage()
for i = 1, 22 do print("frame " .. i .. " drawn") end
