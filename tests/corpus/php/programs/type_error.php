<?php
declare(strict_types=1);

function area(float $w, float $h): float { // RAISES
    return $w * $h;
}

function total(array $shapes): float {
    return array_sum(array_map(fn ($s) => area($s[0], $s[1]), $shapes));
}

echo total([[1.0, 2.0], [3.0, "4"]]), "\n";
