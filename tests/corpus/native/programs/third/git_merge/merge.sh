#!/bin/bash
set -e
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=night GIT_AUTHOR_EMAIL=n@x GIT_COMMITTER_NAME=night GIT_COMMITTER_EMAIL=n@x
export GIT_AUTHOR_DATE=2026-11-26T01:00:00Z GIT_COMMITTER_DATE=2026-11-26T01:00:00Z
git init -q -b main repo; cd repo
printf 'usd 1.08\nchf 0.94\n' > rates.txt; echo readme > readme.txt; git add .; git commit -qm 'rates of monday'
git checkout -q -b rates; printf 'usd 1.09\nchf 0.94\n' > rates.txt; git commit -qam 'rates of tuesday'
git checkout -q main; printf 'usd 1.07\nchf 0.94\n' > rates.txt; echo more >> readme.txt; git commit -qam 'correct monday'
echo "merging rates into main"
git merge --no-edit rates
git push origin main
