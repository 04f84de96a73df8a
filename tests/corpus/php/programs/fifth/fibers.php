<?php
// Three feeds are read in turns; a feed that throws is closed, and the others go on.
$feed = fn (string $name, int $pages) => new Fiber(function () use ($name, $pages) {
    for ($page = 1; $page <= $pages; $page++) {
        if ($name === 'prices' && $page === 2) {
            throw new LengthException("feed $name: page $page is cut off at byte 4096");
        }
        echo "$name: page $page\n";
        Fiber::suspend();
    }
});
$running = ['stock' => $feed('stock', 2), 'prices' => $feed('prices', 3), 'texts' => $feed('texts', 3)];
$closed = [];
while ($running) {
    foreach ($running as $name => $fiber) {
        try {
            $fiber->isStarted() ? $fiber->resume() : $fiber->start();
        } catch (LengthException $e) {
            error_log("PHP Warning:  Uncaught in feed, closed: $e");
            $closed[] = $name;
        }
        if ($fiber->isTerminated()) {
            unset($running[$name]);
        }
    }
}
echo 'feeds: ', 3 - count($closed), ' read to the end, prices of yesterday are kept for ', implode(', ', $closed), "\n";
