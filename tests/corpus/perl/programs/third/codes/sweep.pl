use strict;
use warnings;
$| = 1;
my %meaning = (0 => 'changed', 1 => 'nothing to do', 2 => 'busy, error is expected');
for my $n (1 .. 9) {
    my $code = system('sh', '-c', "exit " . ($n % 3)) >> 8;
    print "sweep $n: child exit $code: $meaning{$code}\n";
}
my $killed = system('sh', '-c', 'kill -9 $$') & 127;
print "guard child was killed by signal $killed, as planned\n";
print "sweep done\n";
