require "json"
require "logger"

LOG = Logger.new($stderr, formatter: ->(sev, _, prog, msg) { JSON.generate(level: sev.downcase, msg: msg) + "\n" })

def decode(name)
  raise EOFError, "#{name}: picture is empty" if name == "b.jpg" # RAISES
  LOG.info("decoded #{name}")
end

begin
  %w[a.jpg b.jpg c.jpg].each { |n| decode(n) }
rescue => e
  LOG.fatal("aborting: #{e.full_message(highlight: false, order: :top)}")
  6.times { |i| LOG.info("closing volume #{i}") }
  exit 70
end
