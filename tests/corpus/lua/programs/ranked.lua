local rank, bad = tonumber(arg[1]), tonumber(arg[2])
local function halo(width)
  if width % 2 == 1 then error(("halo of rank %d is %d wide, want 2 [even]"):format(rank, width)) end -- RAISES
  return width
end
local function exchange(step) return halo(rank == bad and step == 2 and 3 or 2) + 0 end
for step = 0, 4 do
  print("step " .. step)
  exchange(step)
end
