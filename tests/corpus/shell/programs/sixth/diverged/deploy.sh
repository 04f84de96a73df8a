#!/bin/bash
set -u
export GIT_CONFIG_COUNT=3 GIT_CONFIG_KEY_0=user.name GIT_CONFIG_VALUE_0=deploy GIT_CONFIG_KEY_1=user.email GIT_CONFIG_VALUE_1=deploy@host GIT_CONFIG_KEY_2=safe.directory GIT_CONFIG_VALUE_2='*'
{ git init -q -b main site.git && cd site.git && echo 1 > page && git add page && git commit -qm one && git config receive.denyCurrentBranch ignore; } && cd ..
git clone -q site.git live
(cd site.git && echo 2 > page && git commit -qam 'two' )
(cd live && echo hot > page && git commit -qam 'hotfix made on the host')
cd live
echo "deploy: $(git rev-parse --abbrev-ref HEAD)"
if ! git pull --ff-only 2>&1; then
  echo "deploy: cannot fast-forward, trying a rebase"
  if ! git rebase origin/main 2>&1; then
    echo "deploy: conflict with a commit made here; it is kept as a branch"
    git rebase --abort
    git branch "kept-hotfix"
    git reset --hard origin/main
  fi
fi
git branch -D release-old 2>&1 || echo "deploy: no old release branch, fine"
git status -sb | head -3
echo "deploy: page is $(cat page)"
