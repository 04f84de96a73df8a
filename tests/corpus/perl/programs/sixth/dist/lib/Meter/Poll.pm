package Meter::Poll;
use strict;
use warnings;
our $VERSION = '0.14';

sub parse {
    my ($line) = @_;
    my ($id, $value) = split /;/, $line;
    die "bad frame: '$line'\n" unless defined $value && $value =~ /^\d+$/;
    return { id => $id, value => $value };
}
1;
