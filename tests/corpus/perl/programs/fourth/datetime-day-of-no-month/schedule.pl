#!/usr/bin/perl
use strict;
use warnings;
use DateTime;

sub due {
    my ($text) = @_;
    my ($year, $month, $day) = split /-/, $text;
    return DateTime->new(year => $year, month => $month, day => $day, time_zone => "UTC");    # RAISES
}
for my $text ("2026-01-31", "2026-02-30") {
    printf STDERR "%s due %s\n", $text, due($text)->day_name;
}
