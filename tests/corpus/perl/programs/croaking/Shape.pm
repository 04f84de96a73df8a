package Shape;
use strict;
use warnings;
use Carp;

sub make { my ($class, $kind) = @_; return bless { kind => $kind }, $class }
sub area {
    my $self = shift;
    croak "no radius for $self->{kind}" unless defined $self->{radius};
}
1;
