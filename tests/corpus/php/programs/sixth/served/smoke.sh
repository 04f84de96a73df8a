#!/bin/bash
# The shop's pages are asked for; a page that breaks must answer 500 and the next one must work.
php -d display_errors=0 -d log_errors=1 -S 127.0.0.1:48771 pages.php & server=$!
sleep 0.7
bad=0
check() {
  code=$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:48771$1")
  [ "$code" = "$2" ] || bad=$((bad + 1))
  echo "smoke: $1 answered $code, $2 is wanted"
}
check /health 200; check /nut 200; check /glue 500; check /bolt 200
kill $server; wait $server 2>/dev/null
echo "smoke: $bad deviations"
exit $bad
