#!/bin/sh
set -e
pod2usage -verbose 2 ./job.pl || echo "pod2usage ended with $?"
perl -c job.pl
podchecker job.pl || true
echo finished
