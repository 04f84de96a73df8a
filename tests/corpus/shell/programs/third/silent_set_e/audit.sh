#!/bin/bash
set -e
total=0
for host in $(seq -f 'node%02g' 1 30); do
    printf 'audit %s: packages %d, open ports %d\n' "$host" $((100 + total)) $((total % 7))
    total=$((total + 1))
done
echo "audit: comparing with the baseline"
grep -q 'node31' <(echo node30)
echo "audit: same as the baseline"
