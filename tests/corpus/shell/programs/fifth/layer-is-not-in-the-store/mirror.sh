#!/usr/bin/env bash
# copies our images between two stores, one after another
set -euo pipefail
export HOME=/tmp/none
echo '{"default":[{"type":"insecureAcceptAnything"}]}' > policy.json
sk() { skopeo --policy policy.json --insecure-policy "$@"; }
layer() { # an image of one layer, made by hand
    mkdir -p "$1" && (cd "$1" && echo "$2" > motd && tar --mtime=2026-01-01 -cf layer.tar motd && d=$(sha256sum layer.tar | cut -d' ' -f1) && mv layer.tar "$d" &&
        printf '{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' "$d" > c && c=$(sha256sum c | cut -d' ' -f1) && mv c "$c" &&
        printf '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":%d,"digest":"sha256:%s"},"layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar","size":%d,"digest":"sha256:%s"}]}' \
            "$(stat -c %s "$c")" "$c" "$(stat -c %s "$d")" "$d" > manifest.json; rm motd; echo 'Directory Transport Version: 1.1' > version)
}
layer store/api one
layer store/worker two
rm store/worker/"$(jq -r '.layers[0].digest' store/worker/manifest.json | cut -d: -f2)"
for image in api worker cron; do
    echo "=== $image"
    sk copy "dir:store/$image" "oci:target:$image"
done
echo "=== all images mirrored"
