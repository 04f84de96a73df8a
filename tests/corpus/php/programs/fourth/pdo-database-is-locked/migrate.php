<?php
$first = new PDO('sqlite:jobs.db');
$first->exec('CREATE TABLE jobs (id INTEGER PRIMARY KEY)');
$first->exec('BEGIN EXCLUSIVE');
$db = new PDO('sqlite:jobs.db', null, null, [PDO::ATTR_TIMEOUT => 0]);
fwrite(STDERR, "migrate: 3 steps\n");
foreach (['ADD COLUMN state TEXT', 'ADD COLUMN owner TEXT'] as $step) {
    try {
        $db->exec("ALTER TABLE jobs $step");
        fwrite(STDERR, "migrate: $step\n");
    } catch (PDOException $e) {
        fwrite(STDERR, "migrate: error: step \"$step\": {$e->getMessage()}\n");
        exit(4);
    }
}
