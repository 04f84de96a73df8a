use strict;
use warnings;
$| = 1;
local $SIG{ALRM} = sub { die "probe: no answer from the spooler within 1 s\n" };
print "probe: asking\n";
alarm 1;
my $answer = `sleep 5; echo ok`;
alarm 0;
print "probe: $answer";
