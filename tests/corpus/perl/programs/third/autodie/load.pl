#!/usr/bin/perl
use strict;
use warnings;
use autodie;
$| = 1;
print "load: reading the list\n";
sub slurp {
    my ($path) = @_;
    open(my $in, '<', $path);
    local $/;
    return scalar <$in>;
}
for my $day (qw(mon tue)) {
    my $text = slurp("in/$day.tsv");
    print "load: $day ", length($text), " bytes\n";
}
