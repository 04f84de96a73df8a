#!/bin/bash
for i in $(seq 1 30); do printf '{"n":%d,"level":"%s","msg":"%s"}\n' $i $([ $((i % 10)) = 3 ] && echo error || echo info) "$([ $((i % 10)) = 3 ] && echo 'panic: runtime error: index out of range [5] with length 3' || echo fine)"; done > app.jsonl
echo "-- by level"; jq -r .level app.jsonl | sort | uniq -c
echo "-- errors of yesterday"; jq -c 'select(.level == "error")' app.jsonl
echo "-- top messages"; jq -r .msg app.jsonl | sort | uniq -c | sort -rn | head -3
awk -F'"' '/error/{e++} END{printf "errors %d, fatal 0, rate %.1f%%\n", e, 100 * e / NR}' app.jsonl
