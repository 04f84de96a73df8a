$stdout.sync = true
probes = 4.times.map do |n|
  Thread.new do
    raise IOError, "probe #{n} closed its stream" if n == 2

    n
  end
end
answers = probes.map do |probe|
  probe.value
rescue IOError
  nil
end
puts "probes answered: #{answers.compact.size} of 4, enough"
(1..25).each { |n| puts "cycle #{n} ok" }
