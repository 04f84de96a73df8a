use strict; use warnings;
use lib '/app';
use Quota;
sub nightly { Quota::take($_[0], 9) }
sub main { nightly('batch') } # OTHER
print "quota of batch is 5\n";
main();
