redis-server --port 7393 --save '' --dir /tmp --daemonize yes --logfile /tmp/night-redis2.log >/dev/null
trap 'redis-cli -p 7393 shutdown nosave 2>/dev/null' EXIT
until redis-cli -p 7393 ping >/dev/null 2>&1; do sleep 0.1; done
redis-cli -p 7393 set kind text
redis-cli -p 7393 evalsha 5f1d2c3b4a59687706152433425160718293a4b5 0
echo "night: script not loaded yet, loading it"
sha=$(redis-cli -p 7393 script load "$(cat count.lua)")
redis-cli -p 7393 evalsha "$sha" 1 kind
redis-cli -p 7393 get counted
echo "night: done"
