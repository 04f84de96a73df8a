#!/bin/bash
pass=0
expect() {
    local want=$1 text=$2; shift 2
    out=$("$@" 2>&1); got=$?
    if [ $got = "$want" ] && [[ $out == *"$text"* ]]; then pass=$((pass + 1)); echo "ok $pass - '$*' ends with $want: $out"; else echo "not ok - '$*' ended with $got: $out"; exit 1; fi
}
expect 127 'command not found' bash -c 'no-such-tool --now'
expect 1 'Permission' bash -c 'echo "x: Permission denied" >&2; exit 1'
expect 2 'unexpected EOF' bash -c 'echo "abc'
expect 127 'unbound variable' bash -uc 'echo $nothing'
expect 139 '' bash -c 'kill -SEGV $$'
expect 0 '' true
echo "1..$pass"
