redis-server --port 6393 --save '' --daemonize yes --logfile /tmp/jobs-redis.log > /dev/null
export REDIS_URL=redis://127.0.0.1:6393/0
ruby enqueue.rb
timeout --preserve-status -s TERM 18 sidekiq -r ./jobs.rb -c 2 -q mails -t 3
code=$?
ruby enqueue.rb --left
redis-cli -p 6393 shutdown nosave
exit $code
