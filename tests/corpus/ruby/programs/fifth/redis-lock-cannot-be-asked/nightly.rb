require 'redis'
require 'logger'

LOG = Logger.new($stderr, progname: 'nightly')
LOG.formatter = ->(level, time, name, text) { "#{time.utc.strftime('%FT%TZ')} [#{level.downcase}] #{name}: #{text}\n" }

class Lock
  def initialize(url) = @redis = Redis.new(url: url, reconnect_attempts: 2, reconnect_delay: 0.05)

  def hold(name)
    taken = @redis.set("lock:#{name}", Process.pid, nx: true, ex: 600)
    yield if taken
  ensure
    LOG.info "lock #{name}: left"
  end
end

LOG.info 'starting'
begin
  Lock.new('redis://127.0.0.1:6398/2').hold('rollup') { LOG.info 'rolling up' }
rescue Redis::BaseError => e
  LOG.fatal "could not take the lock\n#{e.full_message(highlight: false, order: :top)}"
  LOG.info 'see the runbook, chapter locks'
  exit 74
end
