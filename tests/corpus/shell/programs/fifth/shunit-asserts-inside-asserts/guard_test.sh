#!/bin/bash
# tests of the guard that stops the night job: it has to complain
guard() {
    [ -d "$1" ] || { echo "[2026-11-27 00:00:00] ERROR guard: $1 is not mounted" >&2; return 4; }
    tar -tf "$1/last.tar" > /dev/null
}
testMissing() { guard /mnt/none; assertEquals 4 $?; }
testCut() {
    mkdir -p vault; head -c 700 /bin/sh > vault/last.tar
    guard vault
    assertEquals "tar must refuse" 2 $?
}
testUnset() {
    (set -u; unset VAULT; guard "$VAULT")
    assertNotEquals 0 $?
}
testGood() { touch vault/a; tar -cf vault/last.tar -C vault a; guard vault; assertTrue $?; }
tearDown() { echo "--"; }

. shunit2
