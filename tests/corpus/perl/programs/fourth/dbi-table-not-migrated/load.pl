use strict;
use warnings;
use DBI;

my $dbh = DBI->connect("dbi:SQLite:dbname=:memory:", "", "", { RaiseError => 1, PrintError => 0 });
$dbh->do("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
print "connected, schema version 12\n";
my $insert = $dbh->prepare("INSERT INTO customers (name) VALUES (?)");
$insert->execute($_) for qw(Ada Grace Barbara);
print "customers: 3 rows\n";
sub orders_of {
    my ($who) = @_;
    my $query = $dbh->prepare("SELECT id, total FROM orders WHERE customer = ?");    # RAISES
    $query->execute($who);
    return $query->fetchall_arrayref;
}
print "orders of $_: ", scalar @{ orders_of($_) }, "\n" for 1 .. 3;
