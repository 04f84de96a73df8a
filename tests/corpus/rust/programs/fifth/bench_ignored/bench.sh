#!/bin/bash
seq 20000 > numbers.txt
hyperfine --style basic --ignore-failure --runs 3 'grep -c 99999 numbers.txt' 'diff -q numbers.txt /dev/null' --export-json bench.json &&
echo "bench: $(grep -c '"command"' bench.json) results kept, exit codes other than 0 are what grep and diff answer here"
