use strict;
use warnings;
use JSON::PP;
$| = 1;
sub decoded {
    my ($line) = @_;
    return JSON::PP->new->decode($line);
}
while (my $line = <DATA>) {
    chomp $line;
    my $record = decoded($line);
    print "record $record->{id}: error=", $record->{error} // 'none', "\n";
}
__DATA__
{"id": 1, "error": null}
{"id": 2, "error": "none so far"}
{"id": 3, "values": [1, 2, }
{"id": 4}
