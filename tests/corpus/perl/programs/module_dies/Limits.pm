package Limits;
use strict; use warnings;
our $max = $ENV{NIGHTLY_MAX} or die "NIGHTLY_MAX is not set {see docs}"; # RAISES
1;
