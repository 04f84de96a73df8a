use strict;
use warnings;

sub find_user { my ($id) = @_; return { 1 => { name => "ann" } }->{$id} }

sub greet {
    my $user = find_user(shift);
    return $user->name; # RAISES
}

print greet(2);
