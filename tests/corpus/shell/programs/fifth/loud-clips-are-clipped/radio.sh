#!/usr/bin/env bash
set -uo pipefail
mkdir in out
sox -q -n -r 16000 -c 1 in/a.wav synth 0.5 square 300
sox -q -n -r 16000 -c 2 in/b.wav synth 0.5 sine 500
echo "this is a note, no sound" > in/c.wav
: > in/d.flac
done=0 skipped=()
for f in in/*; do
    base=${f##*/}
    if sox "$f" "out/${base%.*}.wav" vol 3 rate 22050 channels 1; then
        done=$((done + 1))
    else
        skipped+=("$base")
        rm -f "out/${base%.*}.wav"
    fi
done
soxi -s out/*.wav
echo "radio: $done clips, skipped: ${skipped[*]}"
[ "$done" -ge 2 ]
