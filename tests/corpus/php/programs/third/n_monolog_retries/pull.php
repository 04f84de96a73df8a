<?php
require '/usr/share/php/Monolog/autoload.php';

use Monolog\Formatter\LineFormatter;
use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$handler = new StreamHandler('php://stdout');
$formatter = new LineFormatter(null, 'H:i:s', true);
$formatter->includeStacktraces(true);
$handler->setFormatter($formatter);
$log = new Logger('pull', [$handler]);

function pull(int $part, int $attempt): int
{
    if ($part === 4 && $attempt < 3) {
        throw new RuntimeException('connection reset', 104, new ErrorException('fread(): read of 8192 bytes failed with errno=104'));
    }
    return $part * 100;
}

for ($part = 1; $part <= 26; $part++) {
    for ($attempt = 1;; $attempt++) {
        try {
            $log->info("part $part", ['bytes' => pull($part, $attempt)]);
            break;
        } catch (RuntimeException $exception) {
            $log->error("part $part failed, attempt $attempt", ['exception' => $exception]);
        }
    }
}
$log->notice('all parts pulled', ['errors' => 2, 'fatal' => false]);
