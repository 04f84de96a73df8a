#!/bin/bash
# Rolls a setting out to four hosts, each tagged; a host may be in repair.
mkdir -p home; export HOME=/app/home
parallel --will-cite --tag --line-buffer -j3 ./host.sh {} ::: web1 web2 db1 cache1 > >(cat) 2>&1
code=$?
sleep 0.3
echo "roll: $code hosts were not reached, a list is kept"
[ $code -le 1 ]
