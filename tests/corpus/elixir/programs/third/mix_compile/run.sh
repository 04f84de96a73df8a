#!/bin/bash
cd /app || exit 9
echo "night: compile"
mix compile || { code=$?; echo "night: not compiled, yesterday's build is kept"; exit $code; }
echo "night: run"
