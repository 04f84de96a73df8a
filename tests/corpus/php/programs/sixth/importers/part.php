<?php
$part = (int) $argv[1];
$lines = [['7', '1.5'], ['8', 'x'], ['9', '0']];
$good = $failed = 0;
foreach ($lines as [$id, $price]) {
    try {
        if ($part === 1 && !is_numeric($price)) {
            throw new InvalidArgumentException("row $id: price '$price' is no number");
        }
        $rate = 3 % (int) ($part === 2 ? $price : 1);
        $good++;
    } catch (InvalidArgumentException | DivisionByZeroError $error) {
        $failed++;
        error_log("PHP " . $error::class . ":  {$error->getMessage()} in {$error->getFile()}:{$error->getLine()}\nStack trace:\n{$error->getTraceAsString()}");
    }
}
echo "part $part: $good rows, $failed left for the clerk\n";
