#!/bin/sh
set -e
echo 'root = @ROOT@;' > site.conf.in
for pair in HOST=host ROOT=/srv/www; do
    key=${pair%%=*} value=${pair#*=}
    echo "setting $key"
    sed -i "s/@$key@/$value/" site.conf.in
done
cat site.conf.in
