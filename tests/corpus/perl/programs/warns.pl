use strict;
use warnings;
my $x;
print "value: " . $x . "\n";
print "sum: " . ("3 apples" + 4) . "\n";
warn "deprecated: die_on_error will be removed";
print "done\n" for 1 .. 3;
