use strict; use warnings;
package Night::Queue; sub new { bless {}, shift }
package main;
sub drain { my ($q) = @_; return $q->pop_all } # RAISES
$| = 1;
print "draining\n";
drain(Night::Queue->new);
