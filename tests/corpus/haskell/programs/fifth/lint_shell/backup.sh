#!/bin/sh
for host in $HOSTS; do
  if [ $host == "db1" ]; then
    ssh $host pg_dump all > /backup/$host.sql
  fi
  cd /backup
  rm -rf $TARGET/*
done
