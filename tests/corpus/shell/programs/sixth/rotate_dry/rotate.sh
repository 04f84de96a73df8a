#!/bin/bash
set -e
mkdir -p logs/api && seq 20000 > logs/api/access.log && seq 10 > logs/api/error.log && touch logs/api/fatal.log
chmod 755 logs logs/api
/usr/sbin/logrotate --state state -v rotate.conf
ls logs/api
