#!/bin/sh
set -e
mkdir errors; for i in 1 2 3; do echo "ERROR $i: lost" > errors/fatal_$i.log; done
tar cf /app/all.tar /app/errors
zip -qr all.zip errors; zip -T all.zip; unzip -t all.zip
xz -k all.tar; xz -tv all.tar.xz; gzip -kf all.tar; gzip -tv all.tar.gz
tar tf all.tar.gz | wc -l
