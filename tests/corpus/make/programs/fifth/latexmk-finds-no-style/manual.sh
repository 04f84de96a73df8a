#!/bin/sh
echo "manual: report.tex"
latexmk -pdf -interaction=nonstopmode -file-line-error report.tex
code=$?
[ $code -eq 0 ] || echo "manual: no PDF, the one of last week stays on the shelf" >&2
exit $code
