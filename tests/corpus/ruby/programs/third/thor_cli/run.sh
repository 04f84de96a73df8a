set -eu
ruby /app/index.rb build a.json
env SHARDS=many sh -c 'ruby /app/index.rb build b.json --shards "$SHARDS"'
echo "both indexes are built"
