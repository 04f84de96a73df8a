#!/bin/bash
set -u
mkdir -m 700 signer reader
sign() { gpg --homedir signer --batch --quiet "$@"; }
check() { gpg --homedir reader --batch "$@"; }
sign --passphrase '' --quick-generate-key 'Release <release@house.example>' ed25519 sign 1y 2>/dev/null
seq 20 > release.tar
sign --detach-sign --armor release.tar
sign --armor --export release > keys.asc
if ! check --verify release.tar.asc release.tar; then
  echo "verify: key is not known here yet, the ring of the release is read"
  check --import keys.asc
  check --verify release.tar.asc release.tar || exit 1
fi
check --delete-keys --yes old@house.example || echo "verify: no old key to remove"
gpgconf --homedir signer --kill all; gpgconf --homedir reader --kill all
echo "verify: release.tar is good"
