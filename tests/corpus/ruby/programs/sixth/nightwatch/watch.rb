$stdout.sync = true
say = ->(text) { puts "#{Time.now.utc.strftime('%H:%M:%S')} watch | #{text}" }
lives = Hash.new(0)
jobs = {}
launch = lambda do |shard|
  lives[shard] += 1
  jobs[spawn("ruby", "worker.rb", shard, lives[shard].to_s)] = shard
end
%w[shard-1 shard-2 shard-3].each(&launch)
until jobs.empty?
  pid, status = Process.wait2
  shard = jobs.delete(pid)
  next say.("#{shard} is through (life #{lives[shard]})") if status.success?
  say.("#{shard} crashed with status #{status.exitstatus}, restarting")
  launch.(shard)
end
say.("all shards through, restarts: #{lives.values.sum - lives.size}")
