<?php
// Moves the exports of the day into the archive.
require 'League/Flysystem/autoload.php';
use League\Flysystem\Filesystem;
use League\Flysystem\Adapter\Local;

$files = new Filesystem(new Local('/tmp/flysystem-night'));
$files->put('exports/orders.csv', "1;2\n");
try {
    foreach (['orders', 'returns'] as $export) {
        $files->rename("exports/$export.csv", "archive/2026-11-27/$export.csv"); // RAISES
        echo "archive: $export moved\n";
    }
} finally {
    $files->deleteDir('archive/2026-11-27');
    echo "archive: the folder of the day is taken away again\n";
}
