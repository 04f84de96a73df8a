use strict;
use warnings;
use Test::More;
use Test::Exception;
use Berth;

throws_ok { Berth->new(length => -3) } qr/impossible/, 'negative length';
diag $@;
throws_ok { Berth->new } qr/required/, 'length missing';
my $berth = Berth->new(length => 40);
dies_ok { $berth->leave } 'nobody there to leave';
diag $@;
lives_ok { $berth->ship('Anna'); $berth->leave } 'a ship leaves';
TODO: {
    local $TODO = 'two ships at a berth';
    lives_ok { $berth->ship(['Anna', 'Bert']) } 'two ships';
}
done_testing;
