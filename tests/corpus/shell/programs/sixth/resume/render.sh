#!/bin/bash
set -u
mkdir -p home .state; export HOME=/app/home
echo "first pass"
parallel --will-cite -j1 --joblog jobs.log ./frame.sh {} ::: 1 2 3 4 5 6
echo "first pass: $? frames failed, once more those only"
parallel --will-cite -j1 --joblog jobs.log --resume-failed ./frame.sh {} ::: 1 2 3 4 5 6
code=$?
cut -f 1,7,8,9 jobs.log
echo "second pass: $code frames failed"
exit $code
