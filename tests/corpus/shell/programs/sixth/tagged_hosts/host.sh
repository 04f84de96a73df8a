#!/bin/bash
echo "connecting"
case $1 in
  web2) timeout 2 ssh -o BatchMode=yes -o ConnectTimeout=1 -o StrictHostKeyChecking=no -p 48746 127.0.0.1 true; echo "ssh ended with $?: host is in repair"; exit 1 ;;
  db1) psql -h 127.0.0.1 -p 48747 -c 'select 1' || echo "replica is stopped, the setting is written to its file" ;;
  cache1) redis-cli -p 48748 config set timeout 30 || echo "not up, will read it at its start" ;;
esac
sleep 0.2
echo "setting written"
