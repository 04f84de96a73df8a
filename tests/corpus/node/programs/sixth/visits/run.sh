(sleep 0.7; exec redis-server --port 18971 --bind 127.0.0.1 --save '' --dir /tmp) &
node /app/visits.js
rc=$?
kill %1
wait
echo "visits ended with $rc"
exit $rc
