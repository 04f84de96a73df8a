#!/usr/bin/env bash
# borg: 0 is good, 1 are warnings, which are looked at in the morning, 2 is an error
set -u
export BORG_REPO=$PWD/repo BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes BORG_BASE_DIR=$PWD/borg
mkdir -p srv/www srv/spool; seq 3000 > srv/www/index.html; seq 50 > srv/spool/queue
borg init -e none 2>/dev/null
borg create --show-rc --list --filter=AME ::first srv srv/mail /app/no-such-folder
rc=$?
borg create --show-rc ::first srv || echo "second run: $?, an archive of this name is there already" >&2
borg check --show-rc --verbose 2>&1 | grep -v -i index
borg extract --show-rc --list ::first srv/www srv/ftp
echo "nightly: create ended with $rc"
case $rc in 0|1) exit 0 ;; *) exit $rc ;; esac
