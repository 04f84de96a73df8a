#!/usr/bin/perl
use strict;
use warnings;
use Test::More tests => 5;
is(eval { die "no such key\n"; 1 }, undef, 'unknown key dies');
is($@, "no such key\n", '... with its message');
TODO: {
    local $TODO = 'leap seconds are not known';
    is('23:59:59', '23:59:60', 'leap second');
    ok(0, 'leap second in words');
}
SKIP: {
    skip 'no database here: FATAL: role "ci" does not exist', 1;
    ok(0);
}
diag('ERROR: this line is printed by the tested program');
