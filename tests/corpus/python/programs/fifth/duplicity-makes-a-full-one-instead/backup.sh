export GNUPGHOME=/app/keys
mkdir -p books vault keys && seq 1 300 > books/ledger.txt && chmod 700 keys
duplicity collection-status --no-encryption --archive-dir /app/cache --log-fd 1 file:///app/vault | tail -4
duplicity --no-encryption --no-print-statistics --archive-dir /app/cache books file:///app/vault
ln -s /nowhere books/latest && chmod 000 books/ledger.txt
duplicity --no-encryption --archive-dir /app/cache books file:///app/vault | grep -E "Errors|NewFiles|ChangedFiles"
duplicity verify --no-encryption --archive-dir /app/cache file:///app/vault books
