use strict; use warnings FATAL => 'all';
sub rate {
    my ($row) = @_;
    return $row->{bytes} / 1024; # RAISES
}
$| = 1;
for my $row ({ bytes => 2048 }, {}) { print "rate ", rate($row), "\n" }
