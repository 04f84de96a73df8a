require "net/http"
require "webrick"

server = WEBrick::HTTPServer.new(BindAddress: "127.0.0.1", Port: 18996, AccessLog: [[$stderr, "%m %U %s"]], StartCallback: -> { READY << true })
READY = Queue.new
server.mount_proc("/") do |request, response|
  response.body = { "apple" => 1 }.fetch(request.query["of"]).to_s
end
thread = Thread.new { server.start }
READY.pop
(1..26).each { |n| Net::HTTP.get(URI("http://127.0.0.1:18996/p#{n}?of=#{n == 2 ? 'plum' : 'apple'}")) }
server.shutdown
thread.join
