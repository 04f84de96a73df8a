set -u
export BORG_REPO=/app/vault BORG_PASSPHRASE=none BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes
mkdir -p data && seq 1 200 > data/ledger.txt
borg init -e none
borg create --stats ::evening data
echo "== nightly archive"
borg with-lock $BORG_REPO sleep 6 &
sleep 2
borg --lock-wait 1 create --stats ::night data
status=$?
echo "== borg finished with status $status, snapshot of the volume is dropped"
wait
exit $status
