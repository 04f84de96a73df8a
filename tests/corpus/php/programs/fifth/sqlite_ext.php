<?php
// Writes readings with the class SQLite3, to a table that had another name before a migration.
$path = '/tmp/readings-fifth.db';
@unlink($path);
$first = new SQLite3($path);
$first->enableExceptions(true);
$first->exec('CREATE TABLE reading (id INTEGER PRIMARY KEY, value REAL)');
$stored = 0;
foreach ([1.5, 2.25, 'n/a', 4.0] as $i => $value) {
    try {
        $statement = $first->prepare('INSERT INTO readings VALUES (:id, :value)');
    } catch (Exception $e) {
        trigger_error('statement: ' . $e->getMessage() . ', the old name is used', E_USER_NOTICE);
        $statement = $first->prepare('INSERT INTO reading VALUES (:id, :value)');
    }
    $statement->bindValue(':id', $i);
    $statement->bindValue(':value', $value);
    $statement->execute();
    $stored++;
}
echo "readings: $stored stored under the old name\n";
