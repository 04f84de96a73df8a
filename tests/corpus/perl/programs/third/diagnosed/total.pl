use strict;
use warnings;
use diagnostics;
my %price = (apple => 2, pear => undef, plum => '3 EUR');
my $sum = 0;
$sum += $price{$_} for sort keys %price;
print "sum: $sum\n";
