redis-server --port 7392 --save '' --dir /tmp --daemonize yes --logfile /tmp/night-redis.log >/dev/null
trap 'redis-cli -p 7392 shutdown nosave 2>/dev/null; echo "night: redis stopped"' EXIT
until redis-cli -p 7392 ping >/dev/null 2>&1; do sleep 0.1; done
redis-cli -p 7392 <<'X'
SADD open 1001 1002 1003
HSET order:1001 amount 4500
HSET order:1002 amount 12.50
HSET order:1003 amount 800
X
echo "night: settling open orders"
redis-cli -e -p 7392 --eval settle.lua open || exit 4
echo "night: settled"
