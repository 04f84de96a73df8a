#!/bin/bash
set -euo pipefail
set -x
URL=http://127.0.0.1:9/model.tar
for part in 1 2; do
  echo "part $part"
done
python3 -c 'import socket; socket.create_connection(("127.0.0.1", 9), 2)' 2>&1 | tail -1
echo done
