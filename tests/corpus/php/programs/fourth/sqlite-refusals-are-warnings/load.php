<?php
$db = new SQLite3(':memory:');
$db->exec('CREATE TABLE stations (name TEXT UNIQUE NOT NULL)');
$stored = 0;
foreach (["'Hill'", "'Bay'", "'Hill'", 'NULL', "'Mount"] as $name) {
    $stored += $db->exec("INSERT INTO stations VALUES ($name)") ? 1 : 0;
}
echo "$stored stored\n";
$html = new DOMDocument();
$html->loadHTML('<station>Hill</p><b>&height;</station>');
echo strlen(trim($html->textContent)), " letters\n";
echo $undefined['name'] ?? 'no name', ' ', @$missing->height, "\n";
echo $missing, hex2bin('abc'), "finished\n";
