#!/bin/bash
mkdir -p home; export HOME=/app/home
latexmk -norc -pdf -interaction=nonstopmode report.tex
echo "latexmk: $?"; grep -c 'undefined' report.log; ls report.pdf
