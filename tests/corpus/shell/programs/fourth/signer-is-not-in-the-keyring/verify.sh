set -e
mkdir -m 700 signer keyring
seq 500 > image.raw
trap 'gpgconf --homedir signer --kill all; gpgconf --homedir keyring --kill all' EXIT
gpg --homedir signer --batch --quiet --passphrase '' --quick-gen-key 'Releases <releases@example.org>' ed25519 sign 2>/dev/null
gpg --homedir signer --batch --quiet --detach-sign --output image.raw.sig image.raw
echo "verifying image.raw"
gpg --homedir keyring --verify image.raw.sig image.raw
echo "writing image.raw"
