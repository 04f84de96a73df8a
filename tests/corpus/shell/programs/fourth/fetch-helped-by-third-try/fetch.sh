#!/bin/bash
set -uo pipefail
mkdir -p www && echo '{"version": 7}' > www/config.json
(sleep 3; exec python3 -u -m http.server --bind 127.0.0.1 --directory www 8932) &
server=$!
trap 'kill $server; wait $server' EXIT
for try in 1 2 3 4 5 6 7 8; do
    curl -fsS -o config.json http://127.0.0.1:8932/config.json && break
    echo "WARN: try $try failed with $?, sleeping 1s" >&2
    sleep 1
done
jq -e .version config.json
echo "INFO: config in place"
