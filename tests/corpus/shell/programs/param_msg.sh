#!/bin/sh
set -e
echo "backup starts"
: "${BACKUP_TARGET:?is not set: give a folder [e.g. /mnt/backup]}" # RAISES
tar -cf "$BACKUP_TARGET/x.tar" .
