use strict;
use warnings;
use Test::More;

sub parse { my $t = shift; die "not a number: $t" unless $t =~ /^\d+$/; return $t }

is(parse(4), 4, "parses a number");
ok(!eval { parse("x"); 1 }, "dies on text");
like($@, qr/not a number: x at .* line \d+/, "error names the text");
diag("expected error was: $@");
is($_ % 2, $_ & 1, "error case $_") for 1 .. 20;
done_testing();
