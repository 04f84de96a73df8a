require "logger"

LOG = Logger.new($stdout, formatter: ->(level, time, name, text) { "#{time.utc.strftime('%FT%TZ')} [#{level}] #{text}\n" })
jobs = Queue.new
%w[1 2 three 4].each { |job| jobs << job }
sum = 0
lives = 0
until jobs.empty?
  lives += 1
  worker = Thread.new do
    Thread.current.name = "worker-#{lives}"
    sum += Integer(jobs.pop) until jobs.empty?
  end
  begin
    worker.join
  rescue ArgumentError => e
    LOG.error("worker-#{lives} died: #{e.message} (#{e.class})\n  #{e.backtrace.join("\n  ")}")
    LOG.warn("starting another worker")
  end
end
LOG.info("sum #{sum} with #{lives} workers, unhandled errors: 0")
