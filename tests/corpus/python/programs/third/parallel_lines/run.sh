#!/bin/bash
# Two feeds at once; their lines come as they are printed.
cd /app
parallel --will-cite -j2 --line-buffer --tagstring '[{}]' python3 -u /app/feed.py {} ::: east west 2>&1
code=$?
echo "feeds: $code of 2 failed"
exit $code
