#!/bin/bash
set -u
report() { echo "[$(date +%T)] $*"; }
gzip -t old.gz 2>&1 || { report "old.gz is no archive: rebuilt from the sources"; seq 50 | gzip > old.gz; }
gzip -t old.gz && report "old.gz is well now"
sha256sum -c sums.txt 2>&1 || { report "sums differ: fetched again"; sha256sum a.txt > sums.txt; }
sha256sum -c sums.txt
wget -q -T 2 -t 1 http://127.0.0.1:48741/extra || report "extra is optional (wget: $?)"
report "2 repaired, 1 optional part absent"
exit 3
