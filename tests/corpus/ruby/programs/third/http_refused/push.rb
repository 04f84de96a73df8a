require "logger"
require "net/http"

LOG = Logger.new($stderr, progname: "push")

def push(metric, value)
  Net::HTTP.post(URI("http://127.0.0.1:18997/api"), "#{metric}=#{value}")
end

LOG.info("2 metrics, errors=0")
push("rows", 120)
push("errors", 0)
