use strict;
use warnings;
use Test::More tests => 3;
use Tax;
diag("rates of 2026");
is(Tax::net(119, 19), 100, 'hundred and nineteen');
is(Tax::net(19.99, 7), 18.68, 'net of 19.99 at 7');
ok(Tax::net(0, 7) == 0, 'nothing');
