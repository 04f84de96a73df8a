<?php
function tile(int $number): string
{
    $sizes = [0 => 256, 1 => 256, 3 => 512];
    return str_repeat('.', resize($sizes[$number] ?? null));
}

function resize(int $size): int
{
    return $size >> 6;
}

$children = [];
for ($number = 0; $number < 4; $number++) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        usleep(20000 * $number);
        echo "tile $number ", tile($number), "\n"; // OTHER
        exit(0);
    }
    $children[$pid] = $number;
}
$failed = 0;
foreach ($children as $pid => $number) {
    pcntl_waitpid($pid, $status);
    $failed += pcntl_wexitstatus($status) === 0 ? 0 : 1;
}
echo "4 tiles, $failed not made\n";
exit($failed > 0 ? 9 : 0);
