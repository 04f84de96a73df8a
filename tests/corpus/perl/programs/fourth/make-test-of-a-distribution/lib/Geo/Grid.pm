package Geo::Grid;
use strict;
use warnings;
use Geo::Proj::Legacy;

our $VERSION = "0.07";

sub cell { my ($x, $y) = @_; return join ":", int($x / 10), int($y / 10) }
1;
