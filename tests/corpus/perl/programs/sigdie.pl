use strict;
use warnings;
use Carp;
$SIG{__DIE__} = sub { Carp::confess(@_) };

sub ratio { my ($a, $b) = @_; return $a / $b } # RAISES
sub report { my %h = @_; return map { ratio($h{$_}, $h{$_} - 2) } sort keys %h }
print join(",", report(x => 3, y => 2)), "\n";
