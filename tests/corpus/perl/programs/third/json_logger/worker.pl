use strict;
use warnings;
use JSON::PP;
use Try::Tiny;
my $json = JSON::PP->new->canonical;
sub note { print STDERR $json->encode({ app => 'worker', level => $_[0], msg => $_[1] }), "\n" }
sub lease {
    my ($key) = @_;
    die "lease of '$key' is held by worker-9\n" if $key eq 'tiles/14';
    return 1;
}
note(info => 'started');
for my $key ('tiles/12', 'tiles/13', 'tiles/14') {
    try {
        lease($key);
        note(info => "rendered $key");
    } catch {
        chomp(my $what = $_);
        note(fatal => $what);
        note(info => 'flushing 2 results');
        note(info => 'bye');
        exit 75;
    };
}
