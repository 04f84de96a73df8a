require "logger"
require "yaml"

LOG = Logger.new($stdout, progname: "queue")

def settings
  YAML.safe_load(File.read("queue.yml")) # RAISES
end

begin
  LOG.info("starting")
  LOG.warn("QUEUE_SIZE is not set, using 100")
  LOG.info("#{settings.size} settings")
rescue SystemCallError => e
  LOG.fatal(e)
  exit 1
end
