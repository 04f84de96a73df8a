#!/usr/bin/perl
use v5.32;
use warnings;
use JSON::XS;
use File::Basename;

sub read_state {
    my ($path) = @_;
    open my $in, "<:raw", $path or die "cannot read $path: $!\n";
    local $/;
    return decode_json(<$in>);    # RAISES
}
say "resuming from checkpoint";
my $state = read_state("state.json");
say "step $state->{step}";
