#!/usr/bin/env bash
set -uo pipefail
export PARALLEL_HOME=$PWD/.p; mkdir -p .p shards out; touch .p/will-cite
for i in 1 2 3 4 5 6; do seq -f '{"id": %g, "ok": true}' $((i * 40)) > shards/$i.ndjson; done
printf '{"id": 41, "ok": tru}\n' >> shards/4.ndjson
compact() {
    jq -c 'select(.ok) | [.id]' "shards/$1.ndjson" > "out/$1" || return
    echo "$(wc -l < "out/$1") rows"
}
export -f compact
parallel -j1 --tagstring 'shard {}' --halt now,fail=1 compact ::: 1 2 3 4 5 6
code=$?
echo "compaction ended with $code, $(ls out | wc -l) of 6 shards written" >&2
exit $code
