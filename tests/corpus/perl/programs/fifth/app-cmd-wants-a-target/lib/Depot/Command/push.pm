package Depot::Command::push;
use Depot -command;
use strict;
use warnings;

sub abstract { 'push a folder to a target' }
sub opt_spec { return (['target|t=s', 'where to, error if it is missing'], ['jobs|j=i', 'how many at a time', {default => 2}]) }
sub validate_args {
    my ($self, $opt, $args) = @_;
    $self->usage_error('push needs a --target or $DEPOT_TARGET') unless $opt->target || $ENV{DEPOT_TARGET};
}
sub execute { print "pushed @{$_[2]} to ", $_[1]->target, "\n" }
1;
