#!/bin/bash
echo "build 418: install"
composer install --no-interaction --no-progress --no-ansi
code=$?
[ $code -eq 0 ] || { echo "build 418: failed in step install ($code)"; exit $code; }
