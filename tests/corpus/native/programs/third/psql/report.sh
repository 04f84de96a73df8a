#!/bin/sh
echo "report: asking the database"
for try in 1 2; do
    if psql -h 127.0.0.1 -p 6 -U report -d sales -Atc 'select 1' ; then break; fi
    echo "report: try $try did not reach it"
done
echo "report: writing an empty page"
[ -s page.html ] || exit 2
