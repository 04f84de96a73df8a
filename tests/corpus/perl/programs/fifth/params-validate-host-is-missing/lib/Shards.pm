package Shards;
use strict;
use warnings;
use Params::Validate qw(validate SCALAR);

sub copy {
    my $class = shift;
    my %shard = validate(@_, {name => {type => SCALAR, regex => qr/^[a-z]$/}, host => {type => SCALAR}, batch => {default => 100}}); # RAISES
    return length($shard{host}) * $shard{batch};
}
1;
