use strict;
use warnings;
use Parallel::ForkManager;

$| = 1;
my $pool = Parallel::ForkManager->new(2);
my @bad;
$pool->run_on_finish(sub {
    my ($pid, $code, $name) = @_;
    push @bad, $name if $code;
    print "shard $name: exit $code\n";
});
for my $name (qw(000 001 002)) {
    $pool->start($name) and do { $pool->wait_all_children; next };
    open my $in, "<", "shards/$name.txt" or die "cannot open shards/$name.txt: $!";    # RAISES
    my @lines = <$in>;
    print "shard $name: ", scalar @lines, " lines\n";
    $pool->finish(0);
}
$pool->wait_all_children;
print STDERR "1 shard(s) not done\n" if @bad;
exit(@bad ? 1 : 0);
