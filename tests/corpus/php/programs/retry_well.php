<?php
$left = 2;
for ($i = 0; $i < 24; $i++) {
    try {
        if ($i == 2 && $left-- > 0) {
            throw new RuntimeException("page $i: gateway timeout");
        }
        echo "page $i stored\n";
    } catch (RuntimeException $e) {
        echo "NOTICE retrying: $e\n";
        $i--;
    }
}
echo "24 pages stored\n";
