require "logger"
require "json"
require "timeout"

class RefusedError < StandardError; end
logger = Logger.new($stderr)
logger.formatter = ->(level, time, _, message) { JSON.generate({ ts: time.utc.strftime("%FT%T.%LZ"), level: level.downcase, pid: 71 }.merge(message)) + "\n" }

def deliver(to)
  raise RefusedError, "550 5.1.1 #{to}: user unknown" if to.start_with?("old")
  raise Timeout::Error, "execution expired" if to.start_with?("slow") && (@slow = !@slow)
end

queue = %w[anna@a.example old-list@a.example slow@b.example ben@c.example]
until queue.empty?
  to = queue.shift
  begin
    deliver(to)
    logger.info(event: "sent", to: to, error: nil)
  rescue RefusedError => e
    logger.error(event: "bounced", to: to, error: { class: e.class, message: e.message, backtrace: e.backtrace }, requeue: false)
  rescue Timeout::Error => e
    logger.warn(event: "deferred", to: to, error: { class: e.class, message: e.message, backtrace: e.backtrace.first(1) }, requeue: true)
    queue << to
  end
end
logger.info(event: "drained", sent: 3, bounced: 1, errors_fatal: 0, error: nil)
$stderr.flush
Process.kill(:KILL, Process.pid) if ARGV.include?("stay")
