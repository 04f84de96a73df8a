use strict;
use warnings;
use Carp qw(longmess);

sub fetch { my $n = shift; die "timeout on host $n\n" if $n < 3; return {} }

my $reply;
for my $n (1 .. 3) {
    $reply = eval { fetch($n) };
    warn "WARN: attempt $n: ", $@, longmess("context") if $@;
}
END {
    print STDERR "unlinking temporary file $_\n" for 1 .. 33;
}
sub count { my $r = shift; return 100 / keys %{$r} } # RAISES
print count($reply);
