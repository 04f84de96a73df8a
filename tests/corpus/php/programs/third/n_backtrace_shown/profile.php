<?php
function sample(int $n): void
{
    if ($n % 9 === 4) {
        debug_print_backtrace();
    }
}

function work(int $n): int
{
    sample($n);
    return $n * $n;
}

for ($n = 0; $n < 36; $n++) {
    echo "unit $n: ", work($n), "\n";
}
