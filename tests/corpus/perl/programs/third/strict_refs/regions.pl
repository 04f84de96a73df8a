use strict;
use warnings;
use lib 'lib';
use Regions;
$| = 1;
print "checking regions\n";
for my $entry (@Regions::ALL) {
    my $host = Regions::endpoint($entry);
    print "  $host\n";
}
