use strict;
use warnings;
use Test::More;
use Meter::Poll;

is(Meter::Poll::parse("7;120")->{value}, 120, "value of a good frame");
eval { Meter::Poll::parse("7;n/a") };
is($@, "bad frame: '7;n/a'\n", "error of a bad frame");
diag("died as it must: $@");
done_testing;
