<?php
function total(array $rows): int
{
    $sum = array_sum($rows);
    assert($sum < 100, "total $sum is rather high");
    return $sum;
}

for ($n = 1; $n <= 28; $n++) {
    echo "day $n: ", total([$n, $n % 9 === 3 ? 100 : 1]), "\n";
}
