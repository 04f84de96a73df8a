package Quota;
use strict; use warnings; use Carp;
my %left = (batch => 5);
sub take {
    my ($name, $n) = @_;
    croak "quota of $name is used up: wanted [$n], left [$left{$name}]" if $n > $left{$name}; # RAISES
    $left{$name} -= $n;
}
1;
