<?php
require 'Doctrine/DBAL/autoload.php';
use Doctrine\DBAL\DriverManager;

$db = DriverManager::getConnection(['url' => 'sqlite:///:memory:', 'driver' => 'pdo_sqlite', 'memory' => true]);
$db->executeStatement('CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT NOT NULL, cents INTEGER NOT NULL)');
register_shutdown_function(fn () => print("ledger: " . $db->fetchOne('SELECT count(*) FROM entry') . " entries, transaction open: " . var_export($db->isTransactionActive(), true) . "\n"));
$db->beginTransaction();
foreach ([['2026-11-25', 1200], ['2026-11-26', -300], ['2026-11-27', null]] as [$day, $cents]) {
    $db->insert('entry', ['day' => $day, 'cents' => $cents]); // RAISES
    echo "ledger: $day booked\n";
}
$db->commit();
