package Berth;
use Moose;
use Moose::Util::TypeConstraints;

subtype 'Metres', as 'Num', where { $_ > 0 }, message { "a length of '$_' metres is impossible" };
has length => (is => 'ro', isa => 'Metres', required => 1);
has ship   => (is => 'rw', isa => 'Maybe[Str]');
sub leave { my ($self) = @_; confess "berth is empty" unless $self->ship; $self->ship(undef) }
1;
