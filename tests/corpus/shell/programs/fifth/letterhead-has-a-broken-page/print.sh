#!/bin/sh
set -e
log() { echo "print[71]: $*"; }
log "2 documents"
for doc in cover invoice; do
    log "$doc.ps"
    gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=pdfwrite -sOutputFile="$doc.pdf" "$doc.ps" || { code=$?; log "$doc was not converted, $code"; break; }
    log "$doc.pdf ok"
done
log "spool emptied"; rm -f spool/*
exit ${code:-0}
