require 'minitest/autorun'
require 'logger'

class Mailer
  class Bounced < StandardError; end

  def initialize(log) = @log = log

  def deliver(to)
    raise Bounced, "550 5.1.1 <#{to}>: Recipient address rejected" if to.end_with?('.invalid')
    @log.info "delivered to #{to}"
  end

  def deliver_all(all)
    all.reject do |to|
      deliver(to)
    rescue Bounced => e
      @log.error e
      true
    end
  end
end

class MailerTest < Minitest::Test
  def setup = @mailer = Mailer.new(Logger.new($stdout, progname: 'mailer'))

  def test_bounces_raise = assert_raises(Mailer::Bounced) { @mailer.deliver('a@b.invalid') }

  def test_bounces_are_logged
    @mailer.deliver_all %w[ada@example.org ben@example.invalid]
    pass
  end

  def test_needs_a_relay
    skip 'no relay: Connection refused - connect(2) for "127.0.0.1" port 25 (Errno::ECONNREFUSED)'
  end

  def test_warns
    _, err = capture_io { warn 'fatal: captured' }
    assert_match(/fatal/, err)
    warn 'warning: the old template is used'
  end
end
