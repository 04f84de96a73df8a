set -e
redis-server --port 6391 --save '' --daemonize yes --logfile /tmp/queue-redis.log > /dev/null
trap 'redis-cli -p 6391 shutdown nosave 2> /dev/null' EXIT
node queue.js
