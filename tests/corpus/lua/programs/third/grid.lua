local ffi_ok, ffi = pcall(require, "ffi")
local grid = { w = 4, h = 3 }

local function cell(x, y)
  return grid[y][x] -- RAISES
end

local function fill()
  for y = 1, grid.h do
    grid[y] = {}
    for x = 1, grid.w do grid[y][x] = x * y end
  end
end

local function blur()
  local sum = 0
  for y = 1, grid.h do
    for x = 1, grid.w do sum = sum + cell(x, y + 1) end
    io.write("row ", y, " blurred\n")
  end
  return sum
end

fill()
print("sum", blur())
