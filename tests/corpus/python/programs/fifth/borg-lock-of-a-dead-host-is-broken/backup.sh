export BORG_REPO=/app/vault BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes
mkdir -p data && seq 1 200 > data/ledger.txt
borg init -e none
mkdir vault/lock.exclusive && touch vault/lock.exclusive/otherhost@71094.4711-0
if ! borg --lock-wait 1 create ::night data; then
  echo "backup: the lock is of a host that was switched off, it is broken"
  borg break-lock
  borg create ::night data || exit 2
fi
borg list --short
