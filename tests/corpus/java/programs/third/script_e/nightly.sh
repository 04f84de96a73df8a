#!/bin/bash -e
log() { echo "$(printf '[nightly] %s' "$*")"; }
trap 'log "finished with status $?"' EXIT
log "building exporter"
mkdir -p out
javac -d out src/Exporter.java src/Rows.java
log "running exporter"
java -cp out Exporter
