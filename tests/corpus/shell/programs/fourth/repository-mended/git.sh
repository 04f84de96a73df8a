#!/bin/sh
set -e
export HOME=$PWD GIT_AUTHOR_NAME=ci GIT_AUTHOR_EMAIL=ci@example.org GIT_COMMITTER_NAME=ci GIT_COMMITTER_EMAIL=ci@example.org
export GIT_AUTHOR_DATE=2026-11-20T10:00:00Z GIT_COMMITTER_DATE=2026-11-20T10:00:00Z
git init -q -b main --bare upstream.git
git init -q -b main w && cd w
seq 100 > rows && git add rows && git commit -q -m "rows"
git remote add origin ../upstream.git
git pull -q --rebase origin main || echo "nothing upstream yet"
git push -q origin main
object=$(git rev-parse HEAD:rows)
rm -f ".git/objects/$(echo $object | cut -c1-2)/$(echo $object | cut -c3-)"
git fsck || echo "fsck: $?: taking the objects of upstream"
cp -rn ../upstream.git/objects/. .git/objects/
git fsck && git status --short --branch
