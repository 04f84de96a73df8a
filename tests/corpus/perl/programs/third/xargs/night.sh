#!/bin/bash
echo "== convert =="
ls *.csv | xargs -n 1 perl convert.pl || { code=$?; echo "convert.pl had trouble (xargs: $code)"; }
echo "== clean =="
rm -fv tmp.*
exit ${code:-0}
