#!/bin/sh
set -e
echo "loading jobs.db"
sqlite3 -bail jobs.db < load.sql
echo "loaded"
