#!/usr/bin/env bash
set -u
export BORG_REPO=$PWD/repo BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes BORG_BASE_DIR=$PWD/borg
info() { printf '\n%s %s\n\n' "$(date -R)" "$*" >&2; }
trap 'echo "$(date) backup interrupted" >&2; exit 2' INT TERM
mkdir -p home/{anna,ben}; seq 3000 > home/anna/notes; seq 5000 > home/ben/table
borg init -e none
borg with-lock "$BORG_REPO" sleep 8 & holder=$!
sleep 1.5
info "Starting backup"
borg create --lock-wait 1 --stats --exclude-caches '::host-{now}' home
backup_exit=$?
info "Pruning repository"
borg prune --lock-wait 1 --list --glob-archives 'host-*' --keep-daily 7
prune_exit=$?
kill $holder 2>/dev/null
global_exit=$(( backup_exit > prune_exit ? backup_exit : prune_exit ))
if [ ${global_exit} -eq 0 ]; then info "Backup and prune finished successfully"
elif [ ${global_exit} -eq 1 ]; then info "Backup and/or prune finished with warnings"
else info "Backup and/or prune finished with errors"; fi
exit ${global_exit}
