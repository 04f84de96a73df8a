use strict; use warnings;
use lib '/app';
BEGIN { $| = 1; print "starting\n" }
use Limits; # OTHER
print "limit $Limits::max\n";
