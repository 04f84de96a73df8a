#!/bin/sh -e
biome lint --colors=off totals.js 2>&1
echo "lint: no errors, the release goes on"
