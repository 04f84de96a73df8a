#!/bin/bash
set -u
/app/index -shards 4 || exit
timeout 10 nice /app/index -v -shard=16
code=$?
echo "index: code $code, 1 of 2 indexes built"
exit $code
