<?php
ini_set("memory_limit", "8M");
function fill(array $rows): array {
    while (true) {
        $rows[] = str_repeat("x", 100000); // RAISES
    }
}
echo "filling\n";
fill([]);
