local Queue = {}
Queue.__index = Queue

function Queue.new(limit)
  return setmetatable({ limit = limit, n = 0 }, Queue)
end

function Queue:push(x)
  if self.n >= self.limit then
    error("queue is full: " .. self.limit .. " entries\n  last: " .. tostring(x)) -- RAISES
  end
  self.n = self.n + 1
end

local q = Queue.new(2)
for i = 1, 3 do
  q:push("job-" .. i)
end
