local lfs = require 'lfs'

local function sweep(folder)
  local count = 0
  for name in lfs.dir(folder) do
    local age = os.time() - (lfs.attributes(folder .. '/' .. name, 'modification') or 0)
    if age > limit then count = count + 1 end
  end
end

return { sweep = sweep }
