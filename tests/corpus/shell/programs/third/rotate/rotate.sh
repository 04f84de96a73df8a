#!/bin/bash
set -e
keep=(daily weekly monthly)
declare -A days=([daily]=7 [weekly]=30)
for kind in "${keep[@]}"; do
    echo "rotate: $kind keeps ${days[$kind]:?no age is set for $kind} days"
done
echo "rotate: done"
