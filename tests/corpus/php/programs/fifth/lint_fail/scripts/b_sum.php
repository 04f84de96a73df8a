<?php
function sum(array $rows): int
{
    $sum = 0;
    foreach ($rows as $row) {
        $sum += $row["cents"]
    }
    return $sum;
}
