#!/usr/bin/perl
use strict;
use warnings;
use Test::More;
my $undefined;
my $text = 'value: ' . $undefined;
is(length $text, 7, 'undefined value is empty');
is(system('sh', '-c', 'exit 3') >> 8, 3, 'tool ends with 3');
is(system('cat', '/app/missing.conf') >> 8, 1, 'missing file is told');
done_testing();
