#!/bin/sh
set -e
echo "--> installing modules"
npm ci --offline --omit=dev
echo "--> pruning"
rm -rf test
