<?php
namespace Night\Import;

class RowError extends \UnexpectedValueException {}

function rows(iterable $lines): \Generator {
    foreach ($lines as $n => $line) {
        $cells = explode(';', $line);
        if (count($cells) !== 2) throw new RowError("row $n: want 2 cells, got " . count($cells) . ": 'größe'\nline was: $line"); // RAISES
        yield $cells;
    }
}

function import(iterable $lines): int {
    $sum = 0;
    foreach (rows($lines) as [$name, $kg]) { $sum += (int) $kg; echo "$name ok\n"; }
    return $sum;
}

import(['nut;2', 'bolt;3', 'washer']);
