#!/bin/sh
set -ex
export GIT_AUTHOR_NAME=ci GIT_AUTHOR_EMAIL=ci@example.org GIT_COMMITTER_NAME=ci GIT_COMMITTER_EMAIL=ci@example.org
export GIT_AUTHOR_DATE=2026-11-20T10:00:00Z GIT_COMMITTER_DATE=2026-11-20T10:00:00Z
git init -q -b main upstream
cd upstream
echo 'all: ; @echo ok' > Makefile
git add Makefile
git commit -q -m "first"
git tag v2.4.0
cd ..
git clone -q upstream src
git -C src fetch --tags
git -C src checkout v2.4.1
make -C src
