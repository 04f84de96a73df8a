Warning[:experimental] = false

def share(total, parts)
  total / parts # FIRST
end

ractors = { "a" => 4, "b" => 0 }.map do |name, parts|
  [name, Ractor.new(parts) { |n| share(1200, n) }]
end
ractors.each { |name, ractor| puts "#{name}: #{ractor.take}" }
