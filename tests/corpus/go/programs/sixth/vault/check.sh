export RESTIC_REPOSITORY=/tmp/vault6 RESTIC_PASSWORD=night RESTIC_PROGRESS_FPS=0
rm -rf /tmp/vault6 /tmp/vault6-data
mkdir /tmp/vault6-data && echo "errors=0" > /tmp/vault6-data/state
restic --no-cache init >/dev/null
restic --no-cache backup --quiet /tmp/vault6-data
# A job of the evening was killed while it held the repository.
mkfifo /tmp/vault6-pipe
restic --no-cache backup --quiet --stdin < /tmp/vault6-pipe &
exec 3>/tmp/vault6-pipe
sleep 1.5
kill -KILL $!
exec 3>&-
wait $! 2>/dev/null
rm -f /tmp/vault6-pipe
for try in 1 2; do
  echo "prune, try $try"
  if restic --no-cache prune; then break; fi
  echo "repository is locked by a job that is gone, unlocking" >&2
  restic --no-cache unlock
done
restic --no-cache check && echo "vault: all is well"
rm -rf /tmp/vault6 /tmp/vault6-data
