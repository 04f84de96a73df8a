#!/bin/bash
set -u
mkdir -p out; for i in 1 2 3; do /usr/bin/convert -size 40x40 xc:gray img-$i.png; done
echo GIF89a > img-4.gif; : > img-5.jpg; echo text > img-6.tiff
ls img-* | xargs -n1 -P1 sh -c '/usr/bin/convert "$0" -resize 10x10 "out/${0%.*}.png" || { echo "thumb: $0: placeholder" ; cp blank.png "out/${0%.*}.png"; }'
code=$?
ls out | wc -l
echo "xargs ended with $code"
