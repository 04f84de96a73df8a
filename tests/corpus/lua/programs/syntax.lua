local function f(x)
  if x > 1 then
    return x

  return 0 -- RAISES
end
print(f(2))
