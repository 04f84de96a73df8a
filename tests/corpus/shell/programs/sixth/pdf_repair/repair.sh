#!/bin/bash
set -u
qpdf --empty --static-id blank.pdf 
python3 pages.py
for f in letter-1.pdf letter-2.pdf letter-3.pdf; do
  qpdf "$f" "mended-$f"
  case $? in
    0) echo "$f: as it was" ;;
    3) echo "$f: mended with warnings" ;;
    *) echo "$f: put aside"; mkdir -p aside; mv "$f" aside/ ;;
  esac
done
qpdf --check mended-letter-2.pdf
ls aside mended-*.pdf
