#!/bin/sh
cat <<'EOF'
FAQ
  Q: night.sh prints "night.sh: line 12: jq: command not found". What now?
  A: Install jq.
  Q: I see
       night.sh: line 30: 4711 Killed    python3 train.py
     in the log.
  A: The machine ran out of memory.
EOF
i=0
while [ $i -lt 15 ]; do i=$((i + 1)); echo "snapshot $i kept"; done
