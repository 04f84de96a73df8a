package Tax;
use strict;
use warnings;
sub gross { my ($net, $rate) = @_; return int($net * (100 + $rate) + 0.5) / 100 }
sub net { my ($gross, $rate) = @_; return int($gross / (100 + $rate) * 100) }
1;
