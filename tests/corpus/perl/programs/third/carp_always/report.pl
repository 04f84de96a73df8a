use strict;
use warnings;
use Carp::Always;
sub cell { my ($v) = @_; return "value " . $v }
sub row { return join ',', map { cell($_) } @_ }
print row(1, undef, 3), "\n";
print "row $_: ", row($_, $_ * 2), "\n" for 1 .. 26;
