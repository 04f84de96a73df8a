def stale?(path)
  !File.exist?(path)
end

puts "publish: 4 reports of 2026-11-26"
%w[orders returns prices stock].each do |name|
  path = "/app/reports/#{name}.html"
  abort("publish: FAILED: #{path} was not made tonight, nothing is published") if stale?(path)
  puts "publish: #{name} is fresh"
end
