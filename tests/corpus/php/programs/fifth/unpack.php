<?php
// Unpacks the archives that customers sent.
$good = new PharData('/tmp/unpack-a.tar');
$good->addFromString('rows.csv', "a;1\n");
file_put_contents('/tmp/unpack-b.tar', str_repeat("rows;1\n", 200));

foreach (['/tmp/unpack-a.tar', '/tmp/unpack-b.tar'] as $file) {
    $archive = new PharData($file); // RAISES
    $archive->extractTo('/tmp/unpacked', null, true);
    printf("%s: %d files\n", basename($file), count($archive));
}
