#!/bin/bash
set -u
say() { echo "$(date '+%F %T') probe: $*"; }
ask() {
  case $1 in
    primary) exec bash -c 'trap "" TERM; echo "primary: connected, waiting for a reply"; while :; do sleep 0.2; done' ;;
    secondary) bash -c 'echo "secondary: Segmentation fault comes next"; kill -SEGV $$' ;;
    replica) echo "replica: lag 2 s" ;;
  esac
}
export -f ask
for host in primary secondary replica; do
  timeout -k 1 1 bash -c "ask $host"
  code=$?
  case $code in
    0) say "$host answered"; break ;;
    124|137) say "$host: no answer in time ($code), next" ;;
    *) say "$host: ended with $code, next" ;;
  esac
done
exec 9>lock; flock -n 9 && say "lock taken, nothing else runs"
flock -n lock true || say "a second one would have to wait"
