#!/bin/bash
# Warnings of the handbook are read in the morning.
pandoc --verbose -f markdown -t html -s --citeproc handbook.md -o handbook.html
echo "handbook: pandoc ended with $?"
yamllint -d relaxed settings.yml && echo "settings: warnings at most"
