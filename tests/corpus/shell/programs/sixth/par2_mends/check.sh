#!/bin/bash
seq 4000 > tape.dat; par2 create -q -q -r20 tape.dat.par2 tape.dat
printf 'XXXXXXXXXX' | dd of=tape.dat bs=1 seek=900 conv=notrunc status=none
cmp tape.dat <(seq 4000) || echo "check: tape.dat differs"
par2 verify -q tape.dat.par2 || { echo "check: damaged, par2 ended with $?"; par2 repair -q tape.dat.par2; }
cmp tape.dat <(seq 4000) && echo "check: tape.dat is as it was"
