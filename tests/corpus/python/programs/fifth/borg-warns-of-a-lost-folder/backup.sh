export BORG_REPO=/app/vault BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes
mkdir -p data/etc && seq 1 200 > data/ledger.txt
borg init -e none
borg create --list --filter AME ::night data /app/old-exports
status=$?
[ $status -gt 1 ] && exit $status
borg prune --list --keep-daily 3
borg check -v && echo "backup is complete (borg said $status)"
