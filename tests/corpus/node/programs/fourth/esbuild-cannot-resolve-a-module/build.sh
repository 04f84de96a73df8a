#!/bin/bash -e
echo "bundling"
esbuild src/main.js --bundle --outfile=dist/main.js
echo "copying pages"
cp -r pages dist/
