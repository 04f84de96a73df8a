#!/bin/dash
for i in $(seq 1 12); do
    case $((i % 4)) in
    0) echo "drain: job $i: ERROR: peer is busy, put back (1 of 3)" >&2; echo "drain: job $i: done at second try" ;;
    *) echo "drain: job $i: done" ;;
    esac
done
echo "drain: 12 done, 0 failed, 3 retried"
logger --no-act -s -t drain "errors: none" 2>&1 | sed 's/^<[0-9]*>//; s/^[A-Z][a-z]* *[0-9]* [0-9:]* //'
