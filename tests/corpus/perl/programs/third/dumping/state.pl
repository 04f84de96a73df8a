use strict;
use warnings;
use Data::Dumper;
$Data::Dumper::Sortkeys = 1;
$Data::Dumper::Indent = 1;
my @jobs = map { { id => $_, error => undef, last_exception => $_ == 2 ? "Can't locate Foo.pm in \@INC at run.pl line 3.\nBEGIN failed--compilation aborted at run.pl line 3.\n" : '', state => 'done', retries => $_ == 2 ? 1 : 0 } } 1 .. 5;
print Dumper(\@jobs);
print "all 5 jobs are done\n";
