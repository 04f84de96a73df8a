#!/bin/zsh
setopt err_exit
print "tidy: looking for old files"
touch keep.txt
for f in *.tmp; do
    rm $f
done
print "tidy: done"
