<?php
foreach (require __DIR__ . '/../src/rows.php' as [$part, $have]) {
    if ($have < 0) {
        fwrite(STDERR, "stock.php: ERROR: $part has a stock of $have\n");
        exit(3);
    }
    echo "$part: $have\n";
}
