#!/bin/bash
seq 20000 > numbers.txt
echo "bench: nightly comparison"
hyperfine --style basic --runs 3 --warmup 1 'sort -n numbers.txt' 'sort -n --parallel=2 numbers.txt' 'sort -n --buffer=64Q numbers.txt' --export-json bench.json
code=$?
echo "bench: results in $(ls *.json 2>/dev/null || echo nothing)"
exit $code
