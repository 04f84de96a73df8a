#!/bin/zsh
setopt err_exit no_unset pipe_fail
print -P "%D{%H:%M}: staging data of 3 shards"
typeset -A shards=(a 10 b 20 c 30)
stage=$(mktemp -d ${SCRATCH:-/scratch}/stage.XXXXXX)
for name size in ${(kv)shards}; do
    head -c ${size}k /dev/zero > $stage/$name
done
print "staged to $stage"
