#!/usr/bin/env bash
set -e
export HOME=/tmp STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
opts="--root $PWD/store --runroot $PWD/run"
trap 'buildah $opts rm --all >/dev/null 2>&1; echo "image: removed containers"' EXIT
mkdir -p context/etc
echo "interval = 60" > context/etc/agent.conf
cat > Containerfile <<'C'
FROM scratch
LABEL name=agent
COPY etc/agent.conf /etc/agent.conf
COPY bin/agent /usr/bin/agent
CMD ["/usr/bin/agent"]
C
echo "image: building agent:nightly"
buildah $opts bud --layers=false -f Containerfile -t agent:nightly context
echo "image: pushing"
buildah $opts push agent:nightly oci:out:nightly
