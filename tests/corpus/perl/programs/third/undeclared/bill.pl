#!/usr/bin/perl
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Bill;
print Bill::total(1, 2, 3), "\n";
