-- Three workers resize the pictures of the night, each in a process of its own.
local posix = require 'posix'
local pretty = require 'pl.pretty'

local pictures = {
  { { name = 'a.jpg', width = 800, height = 600 }, { name = 'b.jpg', width = 640, height = 480 } },
  { { name = 'c.jpg', width = 1024, height = 768 }, { name = 'd.jpg', width = 300, height = '?' } },
  { { name = 'e.jpg', width = 1600, height = 900 } },
}

local function scale(picture)
  return math.floor(100 * picture.width / picture.height)  --RAISES
end

local function work(n, list)
  for _, picture in ipairs(list) do
    local percent = scale(picture)
    io.stderr:write(('[worker %d] INFO %s\n'):format(n, pretty.write({ picture.name, percent }, '')))
  end
end

local children = {}
for n, list in ipairs(pictures) do
  local pid = posix.fork()
  if pid == 0 then
    posix.nanosleep(0, 150000000 * n)
    local ok, err = xpcall(work, debug.traceback, n, list)
    if not ok then io.stderr:write('[worker ', n, '] ', (err:gsub('\n', '\n[worker ' .. n .. '] ')), '\n') end
    posix._exit(ok and 0 or 3)
  end
  children[pid] = n
end

local worst = 0
for _ = 1, #pictures do
  local pid, _, status = posix.wait(-1)
  io.stderr:write(('[pool] worker %d left with %d\n'):format(children[pid], status))
  worst = math.max(worst, status)
end
os.exit(worst)
