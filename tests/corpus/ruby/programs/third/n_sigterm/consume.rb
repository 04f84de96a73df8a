$stdout.sync = true
stop = false
trap("TERM") { stop = true }
n = 0
until stop
  n += 1
  puts "batch #{n}, failures: none"
  Process.kill("TERM", Process.pid) if n == 5
  sleep 0.01
end
puts "SIGTERM: consumer leaves, offsets stored, no error"
exit 143
