mkdir -p vault
duplicity collection-status --no-encryption --archive-dir /app/cache file:///app/vault
echo "restoring into /app/out"
duplicity restore --no-encryption --archive-dir /app/cache --file-to-restore books/2026.csv file:///app/vault /app/out
