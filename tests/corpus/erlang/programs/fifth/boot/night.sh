#!/bin/sh
# Starts the release of the night; its boot file is made by a build that did not run.
echo "night: start release day-1.8"
erl -noshell -boot /app/releases/1.8/day -config /app/sys
code=$?
echo "night: release ended with $code, pager is told"
exit $code
