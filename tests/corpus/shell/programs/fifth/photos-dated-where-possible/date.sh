#!/usr/bin/env bash
set -u
printf '%%!PS\n0 0 1 setrgbcolor 0 0 200 200 rectfill showpage\n' > p.ps
gs -q -dBATCH -dNOPAUSE -sDEVICE=jpeg -g200x200 -sOutputFile=beach.jpg p.ps
cp beach.jpg hut.jpg; head -c 300 beach.jpg > cut.jpg; echo "not a picture" > note.jpg; : > empty.jpg
echo "dating $(ls *.jpg | wc -l) photos"
mkdir -p tray
for f in *.jpg; do
    # 1: the file could not be written. Those go to a tray of their own
    exiftool -overwrite_original -AllDates='2026:11:26 18:00:00' -Artist=archive "$f" || mv -v "$f" tray/
done
exiftool -s -s -CreateDate -Artist beach.jpg hut.jpg
echo "dated: $(ls *.jpg | wc -l), in the tray: $(ls tray | wc -l)"
