use strict; use warnings; use Carp;
my ($rank, $bad) = @ARGV;
$| = 1;
sub halo { my ($width) = @_; confess "halo of rank $rank is $width wide, want 2 [even]" if $width % 2; return $width } # RAISES
sub exchange { my ($step) = @_; return halo($rank == $bad && $step == 2 ? 3 : 2) }
for my $step (0 .. 4) { print "step $step\n"; exchange($step) }
