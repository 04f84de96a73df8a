use strict;
use warnings;
sub guard {
    my ($n) = @_;
    die "FATAL: $n is too large\n" if $n > 10;
    warn "ERROR: $n is odd" if $n % 2;
    exit 3 unless defined $n;
}
guard($_) for 1 .. 20;
