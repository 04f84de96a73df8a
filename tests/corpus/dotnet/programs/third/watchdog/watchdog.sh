#!/bin/bash
# Starts the importer again when it dies, at most three times.
for start in 1 2 3; do
  echo "watchdog: start $start"
  mono --debug importer.exe $start && { echo "watchdog: importer is done after $start starts"; exit 0; }
  echo "watchdog: importer ended with $?"
done
exit 1
