#!/bin/sh
# self-test before the quotas are set for the night
quota() { echo $(($1 * 80 / 100)); }

oneTimeSetUp() { echo "quota: self-test"; }
oneTimeTearDown() { echo "quota: scratch folder removed"; }

testWhole() { assertEquals 80 "$(quota 100)"; }
testRefuses() {
    (quota x1x) 2>/dev/null
    assertTrue "a word counts as 0" $?
}
testSmall() {
    startSkipping
    assertEquals "not on this host" 0 1
    endSkipping
}
testRounds() {
    assertEquals "quota of 7 disks" 6 "$(quota 7)"
    assertNotNull "$(quota 3)"
}

. shunit2
