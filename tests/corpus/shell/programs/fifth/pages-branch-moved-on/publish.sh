#!/usr/bin/env bash
set -euo pipefail
export GIT_CONFIG_GLOBAL=$PWD/gitconfig
git config --global user.name docs; git config --global user.email docs@example.org
git config --global init.defaultBranch pages; git config --global advice.detachedHead false
ts() { while IFS= read -r l; do printf '%(%H:%M:%S)T | %s\n' -1 "$l"; done; }

git init -q --bare site.git
git clone -q site.git ours 2>/dev/null
(cd ours && echo '<h1>manual</h1>' > index.html && git add . && git commit -qm 'build 311' && git push -q origin pages)
git clone -q site.git theirs
(cd theirs && echo '<p>hotfix</p>' >> index.html && git commit -qam 'hotfix of a link' && git push -q)

publish() (
    cd ours
    echo "building site"
    echo '<h1>manual 2</h1>' > index.html
    git commit -qam "build 312"
    git commit --amend -qm "build 312 (squashed)"
    echo "pushing $(git rev-list --count HEAD) commits"
    git push --force-with-lease origin pages
    echo "site is live"
)
publish 2>&1 | ts
