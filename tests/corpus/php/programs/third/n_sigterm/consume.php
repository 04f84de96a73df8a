<?php
pcntl_async_signals(true);
$stop = false;
pcntl_signal(SIGTERM, function () use (&$stop): void {
    echo "SIGTERM, the batch is finished first\n";
    $stop = true;
});
for ($n = 1; !$stop; $n++) {
    echo "batch $n: last error none\n";
    if ($n === 6) {
        posix_kill(getmypid(), SIGTERM);
    }
}
echo "offsets stored, leaving without error\n";
exit(143);
