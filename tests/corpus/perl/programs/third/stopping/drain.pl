use strict;
use warnings;
$| = 1;
my $stop = 0;
$SIG{TERM} = sub { $stop = 1; print "drain: SIGTERM, no new items are taken\n" };
my $n = 0;
while (!$stop) { $n++; print "item $n: error_rate=0.000\n"; select undef, undef, undef, 0.2 }
print "drain: failed items: 0, saved as checkpoint\n";
