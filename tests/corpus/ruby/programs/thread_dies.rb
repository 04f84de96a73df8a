queue = Queue.new
[4, 2, 0].each { |n| queue << n }

def share(total, parts)
  total / parts # RAISES
end

worker = Thread.new do
  Thread.current.name = "sharer"
  3.times { puts "share #{share(12, queue.pop)}" }
end
$stdout.sync = true
worker.join
