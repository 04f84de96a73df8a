use strict;
use warnings;
use lib "/app";
use Shape;

my $s = Shape->make("circle");
print $s->area, "\n"; # RAISES
