#!/bin/bash
set -e
mkdir parts
seq 100000 > rows && split -n 4 rows parts/part-
gzip parts/part-*
truncate -s 20000 parts/part-ac.gz
mkdir -p "$PWD/home" && export HOME=$PWD/home
echo "testing $(ls parts | wc -l) parts on $(nproc --all | sed 's/.*/2/') cores"
parallel --will-cite -j2 --halt now,fail=1 gzip -t {} ::: parts/*.gz
echo "joining"
zcat parts/*.gz > all.txt
