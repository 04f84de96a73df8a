require "socket"

class FetchError < StandardError; end

def fetch(part)
  TCPSocket.new("127.0.0.1", 9)
rescue SystemCallError
  raise FetchError, "part #{part} was not fetched [127.0.0.1:9]" # RAISES
end

puts "fetching"
$stdout.flush
fetch(1)
