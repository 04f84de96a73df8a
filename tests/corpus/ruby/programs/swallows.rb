def risky(n)
  raise "odd number: #{n}" if n.odd?
  n
end

bad = (0...20).count { |n| (risky(n) rescue nil).nil? }
begin
  risky(1)
rescue => e
  puts "sample of a refused number: #{e.message} (#{e.class}), at #{e.backtrace.first}"
end
puts "refused #{bad} of 20 as designed"
