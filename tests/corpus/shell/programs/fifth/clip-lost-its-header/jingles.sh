#!/usr/bin/env bash
# normalises the jingles of the day and joins them
set -euo pipefail
note() { printf '%(%H:%M:%S)T jingles: %s\n' -1 "$*"; }
for t in 330 440 550; do sox -q -n -r 16000 -c 1 "$t.wav" synth 0.4 sine $t vol 0.9; done
tail -c +60 550.wav > noon.wav; mv 440.wav morning.wav; mv 330.wav evening.wav; rm 550.wav
mkdir out
for f in morning noon evening; do
    note "$f"
    sox "$f.wav" "out/$f.wav" gain -n -1 rate 8000
done
sox out/*.wav day.wav
note "$(soxi -D day.wav) s"
