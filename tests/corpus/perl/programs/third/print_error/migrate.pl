use strict;
use warnings;
use DBI;
my $db = DBI->connect('dbi:SQLite:dbname=:memory:', '', '', { RaiseError => 0, PrintError => 1 });
$| = 1;
for my $step ('create table a (x)', 'create table a (x)', 'alter table a add column y', 'alter table a add column y', 'drop table gone', 'create index i on a (y)') {
    print "migrate: $step\n";
    $db->do($step) or print "migrate: step skipped, it was done before\n";
}
print "migrate: version is now 6\n";
for my $n (1 .. 22) { $db->do('insert into a values (?, ?)', undef, $n, $n * $n); print "seed row $n\n" }
