<?php
$rows = ['a' => ['n' => 3], 'b' => ['n' => '4x'], 'c' => []];
$sum = 0;
foreach ($rows as $name => $row) {
    $sum += (int) $row['n'] ?? 0;
}
session_start();
trigger_error('totals are of version 1, which ends soon', E_USER_DEPRECATED);
echo "sum $sum, errors 0\n";
