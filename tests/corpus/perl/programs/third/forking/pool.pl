use strict;
use warnings;
$| = 1;
my %shards = (1 => [4, 8], 2 => [15, 0], 3 => [16, 4]);
sub ratio {
    my ($shard) = @_;
    my ($rows, $files) = @{ $shards{$shard} };
    return $rows / $files;
}
my %running;
for my $shard (sort keys %shards) {
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        select undef, undef, undef, 0.1 * $shard;
        printf "shard %d: %.1f rows a file\n", $shard, ratio($shard);
        exit 0;
    }
    $running{$pid} = $shard;
}
my $bad = 0;
while ((my $pid = wait) > 0) {
    $bad++ if $?;
    printf "shard %d ended, status %d\n", $running{$pid}, $? >> 8;
}
print "$bad of ", scalar(keys %shards), " shards are bad\n";
exit($bad ? 4 : 0);
