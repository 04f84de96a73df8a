#!/bin/bash
echo "1..6"
t() { local name=$1 want=$2; shift 2; out=$("$@" 2>&1); code=$?; [ $code -eq "$want" ] && echo "ok $((++n)) $name"; [ -z "$out" ] || sed 's/^/#   /' <<< "$out"; }
n=0
t "missing command ends with 127" 127 bash -c 'no-such-command'
t "unset variable ends with 127" 127 bash -uc 'echo $NOTHING'
t "syntax error ends with 2" 2 bash -c 'if true; do'
t "directory is refused with 126" 126 bash -c '/tmp'
t "true" 0 true
t "false" 1 false
