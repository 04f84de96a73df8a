local shelf, life = arg[1], tonumber(arg[2])
local function open(path)
  local file = assert(io.open(path))
  return file:read("a")
end
local function scan()
  if shelf == "C" and life < 3 then open("/app/shelf-" .. shelf .. ".lst") end
  if shelf == "D" and life < 2 then return #shelf.books.old end
  return 10 * life
end
print(("worker %s: %d books"):format(shelf, scan()))
