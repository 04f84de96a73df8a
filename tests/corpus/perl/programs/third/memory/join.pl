use strict;
use warnings;
$| = 1;
my %index;
for my $block (1 .. 64) {
    $index{$block} = 'x' x (8 << 20);
    print "block $block of 64 is in memory\n" if $block % 4 == 0;
}
print "joined\n";
