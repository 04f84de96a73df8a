use strict;
use warnings;
use lib 'lib';
use Shards;

$| = 1;
my %hosts = (a => 'db1.example.org', b => 'db2.example.org', c => undef);
for my $name (sort keys %hosts) {
    print "shard $name: copying\n";
    my $rows = Shards->copy(name => $name, ($hosts{$name} ? (host => $hosts{$name}) : ()), batch => 500);
    print "shard $name: $rows rows\n";
}
print "3 shards copied\n";
