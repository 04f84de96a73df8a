#!/bin/bash
set -u
(sleep 2.5; exec /usr/sbin/mosquitto -p 48736 >/dev/null 2>&1) & 
broker=$!
(sleep 4; timeout 4 mosquitto_sub -p 48736 -t 'house/#' -C 2 -v) & reader=$!
try=0
send() {
  until mosquitto_pub -h 127.0.0.1 -p 48736 -r -t "$1" -m "$2"; do
    try=$((try + 1)); echo "publish $1: failed ($try), waiting" >&2; sleep 1
    [ $try -lt 8 ] || return 1
  done
  echo "publish $1: ok"
}
send house/alarm/error none && send house/roof/failed_reads 0
code=$?
wait $reader
kill $broker
exit $code
