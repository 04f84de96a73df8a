#!/usr/bin/env bash
set -euo pipefail
export GNUPGHOME=$PWD/ring; mkdir -m 700 ring; trap 'gpgconf --kill all' EXIT
gpg --batch --quiet --passphrase '' --quick-generate-key 'Release Robot <robot@example.org>' ed25519 sign never 2>/dev/null
seq 100 > manifest.txt; cp manifest.txt forged.txt; echo 101 >> forged.txt
gpg --batch --quiet --local-user robot@example.org --detach-sign -o manifest.sig manifest.txt
must_fail() { if "$@"; then echo "DRILL FAILED: '$*' was accepted"; exit 1; else echo "drill: refused with $?, as it must be"; fi; }
scrub() { "$@" 2>&1 | sed -E 's/[0-9A-F]{16,40}/C0FFEE0000000000/g; s/[0-9]{4} UTC$/2026 UTC/'; }
export -f scrub
echo "drill 1: right signature";  scrub gpg --batch --verify manifest.sig manifest.txt
echo "drill 2: forged file";      must_fail scrub gpg --batch --verify manifest.sig forged.txt
echo "drill 3: signature cut";    head -c 30 manifest.sig > cut.sig; must_fail scrub gpg --batch --verify cut.sig manifest.txt
echo "drill 4: no signature";     must_fail scrub gpg --batch --verify none.sig manifest.txt
echo "drill 5: checksums";        sha256sum manifest.txt | sed s/manifest/forged/ > sums; must_fail sha256sum -c sums
echo "all drills passed"
