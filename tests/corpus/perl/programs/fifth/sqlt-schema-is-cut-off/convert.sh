set -o pipefail
cd /app
echo "convert: $(wc -l < schema.sql) lines of SQLite"
sqlt --from SQLite --to PostgreSQL --no-comments schema.sql > postgres.sql
code=$?
echo "convert: $(wc -c < postgres.sql) bytes of PostgreSQL, rc=$code"
exit $code
