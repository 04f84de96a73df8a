#!/bin/sh
echo "publish: pages of $(ls content/stations | wc -l) stations"
hugo --minify --destination /app/public 2>&1
code=$?
rm -rf public resources .hugo_build.lock
echo "publish: working folder cleaned"
[ $code = 0 ] || { echo "publish: hugo left with $code, the pages of yesterday stay online" >&2; exit $code; }
