#!/bin/sh
# 5 3 * * * rotate
set -eu
echo "rotate: 3 folders"
for folder in mail web db; do
  lua5.4 rotate.lua "$folder" || { echo "rotate: $folder was not rotated" >&2; echo "rotate: 1 folder failed, stopping"; exit 1; }
done
