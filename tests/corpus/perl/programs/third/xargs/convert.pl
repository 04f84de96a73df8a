use strict;
use warnings;
my $file = shift;
open my $in, '<', $file or die "$file: $!\n";
my ($rows, $width) = (0);
while (<$in>) {
    chomp;
    my @cells = split /;/;
    $width //= @cells;
    die "$file: row $. has " . @cells . " cells, the head has $width" if @cells != $width;
    $rows++;
}
print "$file: $rows rows\n";
