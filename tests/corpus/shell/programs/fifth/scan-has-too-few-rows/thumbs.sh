#!/usr/bin/env bash
set -e
PATH=/usr/bin:/bin
shopt -s nullglob
convert -size 600x400 plasma:tomato market.png
convert -size 300x900 gradient:navy-white tower.png
printf 'P6 20000 20000 255\n' > scan.ppm; head -c 60000 /dev/zero >> scan.ppm
mkdir -p thumbs
total=0
for f in market.png tower.png scan.ppm; do
    echo "thumbs: $(identify -format '%f %wx%h' "$f" 2>/dev/null || echo "$f")"
    convert "$f" -auto-orient -resize '256x256>' -strip "thumbs/${f%.*}.jpg"
    total=$((total + 1))
done
echo "thumbs: $total made"
