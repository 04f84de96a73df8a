require 'sidekiq'

Sidekiq.configure_server { |config| config.options[:poll_interval_average] = 1 }

class Mail
  include Sidekiq::Worker
  sidekiq_options queue: 'mails', retry: 5
  sidekiq_retry_in { 1 }

  def perform(name)
    seen = Sidekiq.redis { |r| r.incr("seen:#{name}") }
    raise ArgumentError, "no template for #{name}" if name == 'once' && seen == 1
    raise IOError, '451 4.7.1 greylisted, try again' if name == 'grey' && seen < 3
    logger.info "sent #{name} at attempt #{seen}"
    Sidekiq.redis { |r| r.incr('sent') }
  end
end
