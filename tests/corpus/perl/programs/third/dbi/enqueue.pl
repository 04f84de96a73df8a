use strict;
use warnings;
use DBI;
my $db = DBI->connect('dbi:SQLite:dbname=:memory:', '', '', { RaiseError => 1, PrintError => 0, AutoCommit => 1 });
$db->do('create table job (id integer primary key, name text not null unique)');
sub enqueue {
    my ($name) = @_;
    $db->do('insert into job (name) values (?)', undef, $name);
    printf "queued %s as %d\n", $name, $db->last_insert_id;
}
$| = 1;
enqueue($_) for qw(nightly weekly nightly monthly);
END { print "closing the database, exit code would be $?\n" }
