use strict;
use warnings;
use Parallel::ForkManager;

$| = 1;
my %tries;
my @queue = qw(north east west);
my $pool = Parallel::ForkManager->new(1);
$pool->run_on_finish(sub {
    my ($pid, $code, $name, $signal) = @_;
    return print "$name done\n" if !$code && !$signal;
    print "$name failed (code $code, signal $signal), queued again\n";
    push @queue, $name;
});
while (@queue) {
    my $name = shift @queue;
    my $try = ++$tries{$name};
    next if $pool->start($name);
    if ($name eq 'east' && $try == 1) {
        open my $file, '<', 'east.lock' or die "cannot open east.lock: $!";
    }
    kill 'TERM', $$ if $name eq 'west' && $try == 1;
    $pool->finish(0);
} continue {
    $pool->wait_all_children if !@queue;
}
print 'tries: ', join(', ', map { "$_ $tries{$_}" } sort keys %tries), "\n";
