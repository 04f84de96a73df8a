local names = {}
for i = 1, 300 do names[i] = "sensor" .. i end
local failed = 0
for i, name in ipairs(names) do
  local ok = pcall(function() if i % 97 == 0 then error("no reading of " .. name) end end)
  if not ok then failed = failed + 1 end
end
local text = {}
for i = 1, 200 do text[#text + 1] = string.gsub(names[i], "%d+", function(d) return d * 2 end) end
for key in pairs(names) do local s = string.format("%p", names) .. key end
local sum = 0
for i = 1, 1e6 do sum = sum + i % 7 end
print("failed readings replaced by the mean: " .. failed, "checksum " .. sum)
