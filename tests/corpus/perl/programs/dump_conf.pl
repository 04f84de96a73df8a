use strict; use warnings;
use Data::Dumper;
$Data::Dumper::Sortkeys = 1;
print Dumper({ on_error => 'die', die_handler => 'Carp::confess', last_error => undef, errors => [], message => 'died at %s line %d.' });
print "rule $_ loaded\n" for 1 .. 15;
