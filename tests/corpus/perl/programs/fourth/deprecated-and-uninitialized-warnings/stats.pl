use strict;
use warnings;

my %height = (Hill => 430, Bay => undef, Mount => '1204m');
my $sum = 0;
$sum += $height{$_} for sort keys %height;
print "sum: $sum\n";
printf "%d of %s\n", 3;
my @rows = (1, 2);
print "third: " . $rows[2] . "\n";
print substr('abc', 5) // 'none', "\n";
print 'name: ', join('-', 'a', undef), "\n";
{
    local $SIG{__DIE__} = sub { print STDERR "handler: $_[0]" };
    eval { require Station::Fast } or print "no fast reader, using the slow one\n";
}
close NOSUCH;
print {*STDOUT} "finished\n";
