<?php
// Tries the migrations on a copy of the database first; what fails there is put off, the others are done.
$migrations = [
    '041_add_note' => 'ALTER TABLE part ADD COLUMN note TEXT',
    '042_drop_old' => 'DROP TABLE part_old',
    '043_index' => 'CREATE INDEX part_name ON part (name)',
];
function fresh(): PDO
{
    $db = new PDO('sqlite::memory:', null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
    $db->exec('CREATE TABLE part (id INTEGER PRIMARY KEY, name TEXT)');
    return $db;
}
[$copy, $db, $later] = [fresh(), fresh(), []];
foreach ($migrations as $name => $sql) {
    try {
        $copy->exec($sql);
    } catch (PDOException $e) {
        echo "  [ERROR] $name on the copy: ", $e->getMessage(), "\n", preg_replace('/^/m', '    ', $e->getTraceAsString()), "\n";
        $later[] = $name;
        continue;
    }
    $db->exec($sql);
    echo "  [OK]    $name\n";
}
echo 'migrations: ', count($migrations) - count($later), ' done, put off: ', implode(', ', $later), "\n";
