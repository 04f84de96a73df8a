#!/bin/bash
# leaves when another one is at work
exec 9> poll.lock
flock 9
for i in 1 2 3; do
    if flock -n poll.lock -c 'echo got it'; then echo "poll: run $i"; else echo "poll: lock is busy (code $?), nothing to do"; fi
done
flock -u 9
flock -n poll.lock -c 'echo "poll: lock is free, run 4"'
for i in $(seq 1 20); do echo "poll: item $i is up to date"; done
