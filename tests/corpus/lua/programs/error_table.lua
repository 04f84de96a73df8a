local Failure = setmetatable({}, { __call = function(cls, t) return setmetatable(t, cls) end })
Failure.__tostring = function(f) return "Failure(" .. f.code .. "): " .. f.message end

local function connect(host)
  error(Failure { code = 7, message = "no route to " .. host })
end

print("connecting")
connect("db1")
