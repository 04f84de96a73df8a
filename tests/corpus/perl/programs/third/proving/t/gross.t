use strict;
use warnings;
use Test::More tests => 3;
use Tax;
is(Tax::gross(10, 19), 11.9, 'ten at 19');
is(Tax::gross(0, 19), 0, 'nothing');
isnt(eval { die "error in rate\n" }, 1, 'an error is caught');
