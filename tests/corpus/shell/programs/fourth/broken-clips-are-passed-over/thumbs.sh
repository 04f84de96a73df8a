#!/bin/bash
set -u
mkdir -p clips thumbs
ffmpeg -v error -f lavfi -i testsrc=duration=1:size=64x48:rate=5 -y clips/a.avi
head -c 3000 /dev/zero > clips/b.mp4
head -c 2000 clips/a.avi > clips/c.avi
: > clips/d.webm
made=0 passed=0
for clip in clips/*; do
    thumb=thumbs/$(basename "${clip%.*}").png
    if ffmpeg -v warning -nostdin -y -i "$clip" -frames:v 1 -update 1 "$thumb" && [ -s "$thumb" ]; then
        made=$((made + 1))
    else
        echo "cannot make a thumbnail of $clip, passing over" >&2
        passed=$((passed + 1))
    fi
done
identify -format '%f %wx%h\n' thumbs/*.png
echo "thumbnails: $made made, $passed passed over"
