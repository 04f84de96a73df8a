#!/bin/bash
# One job per shard, two at a time; the first failure stops the rest.
seq 1 6 | parallel -j1 --will-cite --halt now,fail=1 --tag python3 /app/shard.py {}
code=$?
echo "parallel ended with $code"
exit $code
