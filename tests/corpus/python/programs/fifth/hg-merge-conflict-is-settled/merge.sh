set -e
export HGUSER=bot HGRCPATH=
hg init store && cd store
printf 'limit = 10\n' > limits.ini && hg commit -qA -m base -d "0 0"
printf 'limit = 20\n' > limits.ini && hg commit -m "more" -d "0 0"
hg update -q 0 && printf 'limit = 15\n' > limits.ini && hg commit -m "a little more" -d "0 0"
hg merge --tool :merge || { echo "merge: ours is taken"; hg resolve --tool :local --all; }
hg push ../mirror || echo "push: there is no mirror on this host, status $?"
hg commit -m "merged" -d "0 0"
hg log --template "{rev} {desc}\n"
