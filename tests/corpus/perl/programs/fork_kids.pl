use strict; use warnings;
$| = 1;
my %names;
for my $n (1 .. 3) {
    my $pid = fork();
    if (!$pid) { if ($n == 2) { exit 3 } exit 0 }
    waitpid $pid, 0;
    my $code = $? >> 8;
    print "child $n ended with $code", ($code ? " (expected: nothing to do)" : ""), "\n";
}
print "part $_ merged\n" for 1 .. 20;
