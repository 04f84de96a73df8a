#!/bin/sh
cp page.md page.html
sleep 0.02; touch page.md
echo "looking whether the pages are up to date"
exec make -q page.html
