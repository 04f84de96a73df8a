#!/bin/bash
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=night GIT_AUTHOR_EMAIL=n@x GIT_COMMITTER_NAME=night GIT_COMMITTER_EMAIL=n@x
export GIT_AUTHOR_DATE=2026-11-26T01:00:00Z GIT_COMMITTER_DATE=2026-11-26T01:00:00Z
set -e
git init -q -b main repo; cd repo
seq 1 30 > list.txt; git add .; git commit -qm 'a list'
git checkout -q -b fix; sed -i 's/^15$/fifteen/' list.txt; git commit -qam 'fix: fatal error in list 15'; git format-patch -1 -o .. >/dev/null
git checkout -q main; sed -i 's/^13$/thirteen/' list.txt; git commit -qam 'error: third is thirteen'
if git apply --check ../0001*.patch; then echo "fits"; else echo "does not fit as it is, trying a three-way merge"; fi
git am -3 ../0001*.patch
git log --oneline --stat
git fsck --full
git rev-parse --verify -q nothing || echo "no tag yet, 1.0 is made"
git tag 1.0; git describe --tags
for i in 1 2 3 4 5 6 7 8; do echo "mirror $i: up to date"; done
