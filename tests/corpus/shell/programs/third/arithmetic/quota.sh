#!/bin/bash
set -e
count=0
while read -r user used; do
    left=$((1000 - used))
    echo "$user: $left left"
    count=$((count + 1))
done <<END
anna 120
ben 08
cleo 400
END
echo "quota: $count of 3 users were read"
[ "$count" = 3 ]
echo "quota: done"
