def area(shape)
  case shape
  when :square then 4
  else
    0
end

puts area(:square)
