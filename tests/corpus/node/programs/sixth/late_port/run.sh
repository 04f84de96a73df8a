set -e
(sleep 1.6; exec node /app/api.js) &
node /usr/lib/node_modules/wait-on/bin/wait-on -v -i 400 -d 100 -t 20000 http-get://127.0.0.1:18961/health tcp:127.0.0.1:18961
echo "api is up, running the smoke test"
node -e "fetch('http://127.0.0.1:18961/orders').then(r => r.json()).then(b => console.log('smoke:', b))"
wait
