<?php
// Loads rows; each has a savepoint of its own, so that one that is refused does not spoil the others.
$db = new PDO('sqlite::memory:');
$db->exec('CREATE TABLE part (id INTEGER PRIMARY KEY, name TEXT UNIQUE CHECK (length(name) > 1))');
$db->beginTransaction();
$add = $db->prepare('INSERT INTO part (name) VALUES (?)');
$refused = [];
foreach (['bolt', 'nut', 'bolt', 'x', 'washer'] as $line => $name) {
    $db->exec('SAVEPOINT row');
    try {
        $add->execute([$name]);
    } catch (PDOException $e) {
        $db->exec('ROLLBACK TO row');
        $refused[] = $line + 1;
        error_log($e);
    }
    $db->exec('RELEASE row');
}
$db->commit();
printf("%d rows loaded, refused as agreed: %s\n", $db->query('SELECT count(*) FROM part')->fetchColumn(), implode(', ', $refused));
