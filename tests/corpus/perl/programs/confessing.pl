package Store;
use strict;
use warnings;
use Carp qw(confess);

sub new { my ($class, %o) = @_; return bless {%o}, $class }
sub put {
    my ($self, $key, $value) = @_;
    confess "store is read-only" if $self->{readonly}; # RAISES
    $self->{data}{$key} = $value;
}

package main;

sub save_all {
    my ($store, @items) = @_;
    $store->put($_, length) for @items;
}

save_all(Store->new(readonly => 1), "größe", "b");
