#!/bin/sh
for name in old new; do
    if openssl verify -attime 2114380800 -CAfile $name.pem $name.pem; then
        echo "$name.pem goes into the bundle"
        cat $name.pem >> bundle.pem
    else
        echo "$name.pem left out"
    fi
done
grep -c BEGIN bundle.pem
