local invoice = {}

local function cents(text)
  local euros, rest = text:match('^(%d+)%.(%d%d)$')
  return euros * 100 + rest  --RAISES
end

function invoice.table(path)
  local sum = 0
  for line in io.lines(path) do
    local name, price = line:match('^([^;]+);(.*)$')
    sum = sum + cents(price)
    tex.sprint(name .. '\\hfill ' .. price .. '\\par ')
  end
  tex.sprint('\\textbf{Total}\\hfill ' .. sum)
end

return invoice
