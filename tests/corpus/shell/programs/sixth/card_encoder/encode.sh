#!/bin/bash
# Encodes with the card where there is one, with the processor elsewhere.
set -u
ffmpeg -v error -y -f lavfi -i testsrc2=size=160x120:rate=10:duration=2 -c:v ffv1 in.mkv
for codec in h264_nvenc h264_vaapi libx264; do
  echo "[encode] trying $codec"
  ffmpeg -hide_banner -nostats -v warning -y -i in.mkv -c:v $codec -b:v 200k out.mp4
  code=$?
  if [ $code = 0 ]; then
    echo "[encode] $codec: $(ffprobe -v error -show_entries stream=nb_frames -of csv=p=0 out.mp4) frames"
    exit 0
  fi
  echo "[encode] $codec is of no use here (code $code)"
done
echo "[encode] no encoder left" >&2
exit 1
