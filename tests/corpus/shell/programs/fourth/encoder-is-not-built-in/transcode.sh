#!/bin/bash
set -o nounset -o pipefail -o errexit
ffmpeg -v error -f lavfi -i sine=duration=1 -y talk.wav
for rate in 64k 128k; do
    echo "talk.wav -> talk-$rate.m4a"
    ffmpeg -hide_banner -nostdin -y -i talk.wav -c:a libfdk_aac -b:a $rate "talk-$rate.m4a"
done
ls -l ./*.m4a
