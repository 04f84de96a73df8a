set -e
echo "== $(date -u -d @1795657500 '+%F %T') rebuild of the index"
export SHARDS=many
python3 /app/index.py --verbose build corpus.jsonl --shards "$SHARDS"
echo "== done"
