(sleep 4; exec python3 -m http.server 8643 --bind 127.0.0.1 --directory www) > /dev/null 2>&1 &
server=$!
mkdir -p www && echo '{"status": "up", "errors": []}' > www/health.json
for try in $(seq 1 20); do
  http --ignore-stdin --check-status --pretty none --timeout 2 --body GET 127.0.0.1:8643/health.json && break
  echo "wait: try $try failed with $?"
  sleep 1
done
http --ignore-stdin --check-status --headers HEAD 127.0.0.1:8643/version.json > /dev/null || echo "wait: no version is told, that is fine"
kill $server
