#!/bin/zsh
emulate -L zsh
typeset -F 2 sum=0
for amount in 12.50 '3.40 EUR' 0x1F '1/0' '4+' 8; do
    ( (( x = amount )) ) || { print -u2 "amount '$amount' is left out"; continue }
    (( sum += amount ))
done
zmodload zsh/nosuch || print -u2 "no module zsh/nosuch: going on without"
setopt null_glob
rows=(incoming/*.csv)
print "sum $sum, files: ${#rows}"
