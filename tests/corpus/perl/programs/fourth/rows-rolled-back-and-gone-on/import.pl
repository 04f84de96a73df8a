use strict;
use warnings;
use DBI;

my $db = DBI->connect('dbi:SQLite:dbname=:memory:', '', '', {RaiseError => 1, PrintError => 1, AutoCommit => 1});
$db->do('CREATE TABLE stations (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)');
my %done = (stored => 0, refused => 0);
for my $name ('Hill', 'Bay', 'Hill', undef, 'Mount') {
    $db->begin_work;
    if (eval { $db->do('INSERT INTO stations (name) VALUES (?)', undef, $name); $db->commit; 1 }) {
        $done{stored}++;
        next;
    }
    print STDERR "rolled back: $@";
    $db->rollback;
    $done{refused}++;
}
print "stored $done{stored}, refused $done{refused}\n";
