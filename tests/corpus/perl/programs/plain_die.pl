use strict;
use warnings;

sub parse_port {
    my ($text) = @_;
    die "port is no number: '$text'" unless $text =~ /^\d+$/; # RAISES
    return $text;
}

sub start {
    my %settings = @_;
    return parse_port($settings{port});
}

$| = 1;
print "starting\n";
start(host => "a", port => "http");
