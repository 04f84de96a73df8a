#!/usr/bin/env bash
# takes jobs from a folder until it is empty; what fails twice goes to a tray, somebody looks there in the morning
set -uo pipefail
log() { printf '[%s] %-5s worker-%s: %s\n' "$(date '+%Y-%m-%d %H:%M:%S')" "$1" 2 "$2"; }
mkdir -p queue tray finished
echo 'echo "scale=4; 22/7" | bc' > queue/01-ratio
echo 'awk "{ print \$1 / \$2 }" <<< "4 0"' > queue/02-share
echo 'sort -k2 -n prices.txt' > queue/03-prices
echo 'printf "%d\n" 12x' > queue/04-count
echo '[ -e .warm ] || { touch .warm; echo "cold cache" >&2; kill -9 $$; }; echo warm' > queue/05-cache
while job=$(ls queue | head -n 1); [ -n "$job" ]; do
    for try in 1 2; do
        log INFO "$job, try $try"
        (set -e; timeout 5 bash "queue/$job")
        code=$?
        if [ $code -eq 0 ]; then
            mv "queue/$job" finished/
            break
        fi
        log ERROR "$job failed with code $code"
    done
    [ -e "queue/$job" ] && { mv "queue/$job" tray/; log WARN "$job put into the tray"; }
done
log INFO "queue is empty: $(ls finished | wc -l) finished, $(ls tray | wc -l) in the tray"
exit 0
