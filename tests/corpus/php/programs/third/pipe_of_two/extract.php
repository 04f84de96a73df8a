<?php
for ($n = 1; $n <= 40; $n++) {
    echo json_encode(['id' => $n, 'text' => $n === 17 ? "na\\u00efve" : 'plain']), $n === 17 ? ",\n" : "\n";
}
