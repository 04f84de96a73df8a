use strict;
use warnings;
use Carp qw(cluck);

sub step { my $n = shift; if ($n == 4) { cluck "step $n is slow" } return $n }
step($_), print "step $_ done\n" for 1 .. 30;
print "30 steps, 0 errors\n";
