use strict;
use warnings;
use Test::More tests => 2;
use Geo::Grid;

is(Geo::Grid::cell(25, 31), "2:3", "a point in the middle");
is(Geo::Grid::cell(0, 0), "0:0", "the origin");
