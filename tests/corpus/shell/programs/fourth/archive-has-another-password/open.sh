#!/bin/bash
set -e
seq 2000 > records.csv
7z a -bso0 -bsp0 -psecret records.7z records.csv
rm records.csv
7z x -bsp0 -y -p"${ARCHIVE_PASSWORD:-changeme}" records.7z
wc -l records.csv
