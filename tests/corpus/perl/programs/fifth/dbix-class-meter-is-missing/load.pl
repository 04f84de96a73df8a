use strict;
use warnings;
use lib 'lib';
use Log::Dispatch;
use Meters;

my $log = Log::Dispatch->new(outputs => [['Screen', min_level => 'info', stderr => 1, newline => 1]],
                             callbacks => sub { my %p = @_; sprintf '%s %-7s %s', '2026-11-27T02:10:00Z', uc $p{level}, $p{message} });
my $schema = Meters->connect('dbi:SQLite:dbname=:memory:', '', '', {on_connect_do => 'PRAGMA foreign_keys = ON'});
$schema->storage->dbh->do($_) for 'CREATE TABLE meter (id INTEGER PRIMARY KEY, street TEXT)',
    'CREATE TABLE reading (id INTEGER PRIMARY KEY, meter INTEGER NOT NULL REFERENCES meter(id), kwh REAL)';
$schema->resultset('Meter')->create({id => $_, street => "Canal $_"}) for 1 .. 3;

sub store {
    my @rows = @_;
    $schema->txn_do(sub {
        for my $row (@rows) {
            $schema->resultset('Reading')->create($row); # RAISES
            $log->info("stored a reading of meter $row->{meter}");
        }
    });
}

$log->warning('meter 2 was read twice today');
END { $log->notice('readings in the table: ' . $schema->resultset('Reading')->count) if $schema }
store({meter => 1, kwh => 3.5}, {meter => 2, kwh => 8.25}, {meter => 9, kwh => 1});
$log->info('all readings stored');
