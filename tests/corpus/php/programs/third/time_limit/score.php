<?php
set_time_limit(1);

function score(int $round): float
{
    $sum = 0.0;
    for ($n = 1; $n > 0; $n++) {
        $sum += sqrt($n) / $round;
        if ($round < 3 && $n > 20000) {
            break;
        }
    }
    return $sum;
}

for ($round = 1; $round <= 5; $round++) {
    printf("round %d score %.1f\n", $round, score($round));
}
