seq 1 24 | parallel -u -j1 --will-cite --retries 3 python3 /app/flaky.py {}
code=$?
echo "parallel: $code jobs failed in the end"
exit $code
