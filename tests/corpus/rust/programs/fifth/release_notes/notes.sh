#!/bin/sh
echo "Collecting notes..."
batcat --style=plain --paging=never --color=never notes/2.1.md notes/2.3.md notes/2.2.md > notes.txt
code=$?
echo "notes.txt has $(wc -l < notes.txt) lines"
[ $code -eq 0 ] || exit 1
