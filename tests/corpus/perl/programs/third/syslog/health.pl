use strict;
use warnings;
my @checks = (['disk', 'OK - 40% used'], ['errors', 'OK - 0 critical, 0 failed'], ['raid', 'WARNING - spare is missing'], ['mail', 'OK - queue 3, last bounce: "550 No such user"']);
printf "check_%s: %s | fatal=0;1;2 errors=0\n", @$_ for @checks;
printf STDERR "check %s took %d ms\n", $_->[0], length $_->[1] for @checks;
