<?php
// A queue of jobs; one that throws is tried again, and buried after the third attempt.
require 'Monolog/autoload.php';
use Monolog\Formatter\LineFormatter;
use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$handler = new StreamHandler('php://stdout');
$formatter = new LineFormatter("%datetime% %channel%.%level_name%: %message% %context%\n", 'H:i:s.v', true, true);
$formatter->includeStacktraces();
$handler->setFormatter($formatter);
$log = new Logger('queue', [$handler]);

function thumbnail(string $image): int
{
    if (!str_ends_with($image, '.png')) {
        throw new InvalidArgumentException("$image has a format that is not supported");
    }
    return strlen($image) * 100;
}

$jobs = new SplQueue();
foreach (['a.png', 'b.heic', 'c.png'] as $image) {
    $jobs->enqueue([$image, 1]);
}
$buried = $done = 0;
while (!$jobs->isEmpty()) {
    [$image, $attempt] = $jobs->dequeue();
    try {
        $log->info("thumbnail of $image: " . thumbnail($image) . ' bytes');
        $done++;
    } catch (InvalidArgumentException $e) {
        $log->error("attempt $attempt of 3 failed", ['exception' => $e]);
        if ($attempt < 3) {
            $jobs->enqueue([$image, $attempt + 1]);
        } else {
            $log->alert("$image is buried");
            $buried++;
        }
    }
}
$log->notice("queue is empty: $done done, $buried buried");
