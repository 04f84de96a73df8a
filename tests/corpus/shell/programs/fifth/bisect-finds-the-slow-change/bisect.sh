#!/usr/bin/env bash
set -euo pipefail
export GIT_CONFIG_GLOBAL=$PWD/gitconfig GIT_AUTHOR_DATE="2026-11-20T10:00:00Z" GIT_COMMITTER_DATE="2026-11-20T10:00:00Z"
git config --global user.name night; git config --global user.email night@example.org
git config --global init.defaultBranch main
git init -q work && cd work
for i in 1 2 3 4 5 6 7 8; do
    if (( i < 6 )); then echo 'echo $(( $1 * 100 / 4 ))' > share.sh; else echo 'echo $(( $1 * 100 / ($1 - 3) ))' > share.sh; fi
    echo "$i" > revision
    git add . && git commit -qm "change $i" && git tag "v$i"
done
cat > ../try.sh <<'T'
#!/bin/sh
for n in 1 2 3; do
    bash share.sh $n || { echo "FAIL: share of $n"; exit 1; }
done
echo "PASS"
T
chmod +x ../try.sh
git bisect start v8 v1
git bisect run ../try.sh
bad=$(git rev-parse --short refs/bisect/bad)
echo "first bad change: $(git log -1 --format=%s "$bad")"
git bisect reset -q 2>/dev/null || git bisect reset
