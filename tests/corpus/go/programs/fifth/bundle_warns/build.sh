#!/bin/sh -e
esbuild app.js --bundle --format=esm --outfile=dist/app.js
echo "build: $(grep -c 'Error' dist/app.js) throw in the bundle, done"
