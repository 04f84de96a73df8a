<?php
class Row
{
}
$row = new Row();
$row->error = null;
echo utf8_encode("rows: 14\n"), strlen(null), " failures\n";
for ($n = 1; $n <= 21; $n++) {
    echo "sheet $n written\n";
}
