require "timeout"

def answer(queue)
  sleep 0.1 while queue.empty? # RAISES
  queue.shift
end

def poll(queues)
  queues.each do |name, queue|
    puts "#{name}: #{Timeout.timeout(0.5) { answer(queue) }}"
  end
end

$stdout.sync = true
at_exit { puts "poll: lease given back" }
poll("orders" => ["3 messages, 0 errors"], "returns" => [])
