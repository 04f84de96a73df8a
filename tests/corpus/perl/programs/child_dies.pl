use strict; use warnings;
$| = 1;
sub shard { my ($n) = @_; die "shard $n: größe 0 is not allowed\n" if $n == 2; print "shard $n done\n" }
my $failed = 0;
for my $n (1 .. 3) {
    my $pid = fork() // die "fork: $!";
    if (!$pid) { shard($n); exit 0 }
    waitpid $pid, 0;
    $failed++ if $?;
}
print "volume $_ closed\n" for 1 .. 6;
exit 4 if $failed;
