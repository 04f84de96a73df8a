package Tariff;
use strict;
use warnings;

sub steps { my ($class, $from, $to) = @_; return [map { {kwh => $_ * 100, cents => int(28.9 * $_ * 100)} } $from .. $to] }
sub parse { my ($class, $text) = @_; $text =~ /^(\d+)-(\d+)$/ or die "no range: $text\n"; return $class->steps($1, $2) }
1;
