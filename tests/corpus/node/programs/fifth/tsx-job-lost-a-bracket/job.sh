echo "rates: $(date -u +%F) with tsx"
for job in fetch convert; do
    tsx jobs/$job.ts || { echo "rates: $job failed, the rates of yesterday stay" >&2; exit 9; }
done
