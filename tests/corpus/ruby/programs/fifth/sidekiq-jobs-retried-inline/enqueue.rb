require_relative 'jobs'

if ARGV == ['--left']
  sent = Sidekiq.redis { |r| r.get('sent') }
  puts "mails sent: #{sent}, in the retry set: #{Sidekiq.redis { |r| r.zcard('retry') }}, dead: #{Sidekiq.redis { |r| r.zcard('dead') }}"
else
  %w[plain once grey].each { |name| Mail.perform_async(name) }
  puts '3 mails queued'
end
