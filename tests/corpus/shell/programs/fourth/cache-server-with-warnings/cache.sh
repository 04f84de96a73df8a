#!/bin/bash
set -e
redis-server --port 6391 --save '' --appendonly no --dir "$PWD" --unixsocket "$PWD/r.sock" &
until redis-cli -p 6391 PING; do sleep 0.3; done
redis-cli -p 6391 SET jobs:failed none
redis-cli -p 6391 INCR jobs:failed
redis-cli -p 6391 LPUSH jobs:failed x
redis-cli -p 6391 NOSUCH
redis-cli -p 6391 GET jobs:failed
redis-cli -p 6391 SHUTDOWN NOSAVE
wait
