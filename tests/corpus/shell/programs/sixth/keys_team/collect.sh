#!/bin/bash
# Collects the team's public keys; what is no key is left to its owner.
set -u
mkdir -p keys && ssh-keygen -q -t ed25519 -N '' -C anna -f keys/anna && ssh-keygen -q -t rsa -b 2048 -N '' -C ben -f keys/ben
rm keys/anna keys/ben
printf 'ssh-ed25519 AAAAC3Nza broken cleo\n' > keys/cleo.pub
printf -- '---- BEGIN SSH2 PUBLIC KEY ----\n' > keys/dora.pub
: > keys/emil.pub
ssh-keygen -R old-host.house -f known_hosts || echo "known_hosts: nothing to forget"
ssh-keyscan -T 2 -p 48735 127.0.0.1 || true
taken=0 left=0
for key in keys/*.pub keys/gone.pub; do
  if ssh-keygen -l -f "$key"; then cat "$key" >> authorized_keys; taken=$((taken + 1)); else left=$((left + 1)); fi
done
echo "authorized_keys: $taken taken, $left left out"
