#!/usr/bin/env bash
# packs the ledgers and encrypts them for the off-site copy
set -o errexit -o nounset -o pipefail
export GNUPGHOME=$PWD/keys
log() { echo "$(date '+%b %d %H:%M:%S') offsite $1: ${*:2}" >&2; }
mkdir -m 700 keys
gpg --batch --quiet --faked-system-time 20240101T000000 --passphrase '' --quick-generate-key 'Off-site Vault <vault@example.org>' default default 1y 2>/dev/null
mkdir ledgers; for m in 08 09 10; do seq "$m" 400 > "ledgers/2026-$m.csv"; done

stop() { code=$?; gpgconf --kill all; log info "removing partial files"; rm -f ledgers.tar.gz.gpg; [ $code -eq 0 ] || log error "off-site copy not made ($code)"; }
trap stop EXIT
key=$(gpg --with-colons -k vault@example.org 2>/dev/null | awk -F: '/^fpr/ { print $10; exit }')
log info "packing $(ls ledgers | wc -l) ledgers"
tar -cz ledgers | gpg --batch --yes --trust-model always -r "$key" -o ledgers.tar.gz.gpg --encrypt
log info "copying to the vault"
cp ledgers.tar.gz.gpg /tmp/
