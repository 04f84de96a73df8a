#!/bin/sh
echo "> shop@2.1.0 build"
echo "> esbuild app.ts --bundle --outfile=dist/app.js"
echo
esbuild app.ts --bundle --outfile=dist/app.js || { code=$?; echo "build.sh: bundle not written ($code)"; exit $code; }
