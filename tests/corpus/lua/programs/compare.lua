local jobs = { { id = 1, prio = 3 }, { id = 2, prio = 1 }, { id = 3 } }
local function by_prio(a, b)
  return a.prio < b.prio -- RAISES
end
local function order(list)
  table.sort(list, by_prio)
end
print("ordering 3 jobs")
order(jobs)
