#!/bin/bash
# Writes the notes of a release from the commits since the last one.
set -eu
export GIT_AUTHOR_NAME=team GIT_AUTHOR_EMAIL=team@host GIT_COMMITTER_NAME=team GIT_COMMITTER_EMAIL=team@host
git init -q -b main repo; cd repo
git commit -q --allow-empty -m 'v1.3' && git tag v1.3
git commit -q --allow-empty -F ../first.txt
git commit -q --allow-empty -F ../second.txt
git commit -q --allow-empty -m 'Revert "panic on empty feeds"'
git log --reverse --pretty='* %s%n%w(0,4,4)%b' v1.3..
echo "$(git rev-list --count v1.3..) commits since v1.3, notes written"
