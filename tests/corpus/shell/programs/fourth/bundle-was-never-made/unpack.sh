#!/bin/dash
set -eu
mkdir -p dist site
[ -f dist/bundle.zip ] && echo "bundle from the cache"
echo "unpacking into site"
unzip -q -o dist/bundle.zip -d site
echo "$(find site -type f | wc -l) files"
