use strict;
use warnings;
use Encode qw(decode FB_CROAK);
binmode STDOUT, ':utf8';
$| = 1;
my $line = 0;
for my $given ("J\xc3\xb6rg", "Zo\xc3\xab", "Ren\xe9e", "Ana") {
    $line++;
    my $bytes = $given;
    my $name = decode('UTF-8', $bytes, FB_CROAK);
    print "name $line: $name\n";
}
