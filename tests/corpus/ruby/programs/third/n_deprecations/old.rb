require "set"

def scale(values, factor: 1)
  values.map { |v| v * factor }
end

x = 1
$; = ","
p scale([1, 2], **{ factor: 2 })
warn "old.rb: warning: Error#code is gone in 4.0", category: :deprecated
puts "a,b".split.size
if x = 2
  puts "failed: 0"
end
