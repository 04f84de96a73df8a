#!/bin/bash
# Crawls as long as the window is open; whoever started it closes it.
n=0
while :; do
  n=$((n + 1))
  if [ $((n % 4)) = 0 ]; then curl -sS -m 1 "http://127.0.0.1:48753/page/$n" || echo "crawl: page $n put back ($?)"
  else echo "crawl: page $n ok"; fi
  sleep 0.1
done
