#!/bin/bash
restore() {
  if [ -f "$1" ]; then
    psql < "$1
  fi
}
restore /backup/db1.sql
