#!/bin/bash
# Ships lines of level ERROR and above of the services to the collector.
set -u
python3 collector.py & collector=$!
sleep 0.6
sent=0
while IFS= read -r line; do
  case $line in
    *' ERROR '*|*' FATAL '*|*Exception*)
      until curl -fsS -m 2 --data-binary "$line" http://127.0.0.1:48742/in; do echo "ship: collector is busy, again"; sleep 0.3; done
      echo "ship: sent: $line"; sent=$((sent + 1)) ;;
  esac
done < shop.log
kill $collector; wait $collector 2>/dev/null
echo "ship: $sent lines sent, 0 lost"
