#!/bin/bash
fails_with() { local want="$1"; shift; "$@"; local got=$?; [ "$got" = "$want" ] && echo "ok   $* ends with $got" || echo "FAIL $*"; }
fails_with 127 no-such-command-a
fails_with 2 ls /nonexistent
fails_with 1 grep -q x /dev/null
for i in $(seq 1 20); do fails_with 0 true; done
echo "23 passed, 0 failed"
exit 0
