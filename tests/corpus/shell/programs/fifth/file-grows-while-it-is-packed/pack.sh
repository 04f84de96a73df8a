#!/usr/bin/env bash
# tar ends with 1 when a file grew while it was read; that is a good archive to us, 2 is not
set -u
mkdir -p live/spool live/locked
head -c 30000000 /dev/zero > live/spool/journal
touch live/spool/quiet
(for _ in $(seq 400); do echo "entry" >> live/spool/journal; sleep 0.005; done) & writer=$!
mkfifo live/locked/pipe
sleep 0.1
tar --warning=all -czf live.tar.gz --exclude=live/spool/none live
code=$?
kill $writer 2>/dev/null
case $code in
    0) echo "pack: ok" ;;
    1) echo "pack: ok, some files changed on the way" ;;
    *) echo "pack: tar ended with $code"; exit $code ;;
esac
tar -tzf live.tar.gz | sort
rmdir live/spool 2>/dev/null || echo "pack: spool is kept, it is in use"
tar -xzf live.tar.gz -C /app/restore 2>/dev/null || { echo "pack: no folder for a test restore, skipped"; }
exit 0
