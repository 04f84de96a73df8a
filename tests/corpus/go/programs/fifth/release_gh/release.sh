#!/bin/bash
export GH_CONFIG_DIR=/app/gh GH_NO_UPDATE_NOTIFIER=1
tag=v2.1.$(date +%j)
echo "release: tagging $tag"
git init -q . 2>/dev/null; git -c user.name=bot -c user.email=bot@example.org commit -q --allow-empty -m release; git tag $tag
gh release create "$tag" --repo example/night --notes "nightly" 2>&1
code=$?
git tag -d "$tag"
exit $code
