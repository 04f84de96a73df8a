use strict;
use warnings;
use Carp qw(confess);
use Try::Tiny;
$| = 1;
sub fetch { my ($n) = @_; confess "page $n: 503 Service Unavailable" if $n == 3; return "page $n" }
sub crawl { my ($n) = @_; return fetch($n) }
for my $n (1 .. 36) {
    try { print crawl($n), " stored\n" } catch { print STDERR "WARN  crawl: will be taken from the cache: $_" };
}
print "36 pages, 1 from the cache\n";
