cd /app
nodemon --no-colours --delay 0.3 --ext js,json app.js &
watcher=$!
sleep 2
echo '{ "pool": { "workers": 2 } }' > settings.json
sleep 2.5
kill -INT $watcher
wait $watcher
echo "watch ended"
