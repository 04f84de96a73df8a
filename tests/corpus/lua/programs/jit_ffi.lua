local bit = require("bit")
local function mask(width) return bit.lshift(1, width) - 1 end
local function pack(list)
  local word = 0
  for i, v in ipairs(list) do word = bit.bor(bit.lshift(word, 8), bit.band(v, mask(8))) end -- RAISES
  return word
end
print(pack({ 1, 2, 3 }))
print(pack({ 1, {}, 3 }))
