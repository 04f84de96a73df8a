require "net/http"
require "webrick"

$stdout.sync = true
asked = 0
log = WEBrick::Log.new($stdout, WEBrick::Log::INFO)
server = WEBrick::HTTPServer.new(Port: 0, BindAddress: "127.0.0.1", Logger: log, AccessLog: [[$stdout, '%r -> %s']])
server.mount_proc("/ready") do |_, response|
  asked += 1
  raise IOError, "index is not mapped yet (segment #{asked} of 3)" if asked < 3
  response.body = "ready"
end
port = server.config[:Port]

def probe(port, path)
  answer = Net::HTTP.start("127.0.0.1", port, open_timeout: 1, read_timeout: 1) { |http| http.get(path) }
  [answer.code == "200", "HTTP #{answer.code}"]
rescue SystemCallError, EOFError => e
  [false, "#{e.class}: #{e.message}"]
end

server.listeners.each(&:close)
server.listeners.clear
bad = 0
1.upto(8) do |round|
  if round == 3
    server.listen("127.0.0.1", port)
    Thread.new { server.start }
    sleep 0.2
  end
  well, text = probe(port, "/ready")
  well ? (bad = 0) : (bad += 1)
  puts "probe #{round}: #{well ? 'healthy' : 'UNHEALTHY'} #{text} (failures in a row: #{bad})"
  break if well
  sleep 0.1
end
server.shutdown
puts "deploy: switched over to the new search node"
