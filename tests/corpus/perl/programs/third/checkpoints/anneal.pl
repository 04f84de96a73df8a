use strict;
use warnings;
$| = 1;
my ($energy, $seed) = (100, 7);
for my $step (1 .. 320) {
    $seed = ($seed * 1103515245 + 12345) % 2147483648;
    $energy *= 0.99 + 0.02 * $seed / 2147483648 - 0.004;
    printf "step %3d  energy %9.4f  max_error %.2e  accepted %d\n", $step, $energy, 1 / $step, $seed % 2;
}
exit($energy < 1 ? 0 : 3);
