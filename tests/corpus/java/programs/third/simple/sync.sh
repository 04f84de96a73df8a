#!/bin/bash
for pass in 1; do
  echo "sync: pass $pass"
  java -cp /app:/usr/share/java/slf4j-api.jar:/usr/share/java/slf4j-simple.jar Catalog
  rc=$?
  if [ $rc -ne 0 ]; then
    echo "sync: pass $pass ended with $rc"
    echo "sync: keeping the catalog of yesterday"
    exit $rc
  fi
done
