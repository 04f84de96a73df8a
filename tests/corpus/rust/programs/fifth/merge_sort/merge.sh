#!/bin/bash
for day in mon tue wed; do seq 3 | sed "s/^/$day,/" > $day.csv; done
rm wed.csv
{ coreutils cat mon.csv tue.csv | coreutils wc -l; } 2>&1 | sed 's/^/rows: /'
coreutils sort --merge mon.csv tue.csv wed.csv -o week.csv
code=$?
coreutils ls -1 *.csv
echo "merge: week not written" >&2
exit $code
