<?php
require 'Monolog/autoload.php';

use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$log = new Logger('spool');
$log->pushHandler(new StreamHandler('php://stderr', Logger::INFO));
$log->info('starting', ['queue' => 'north', 'errors' => 0]);
$file = fopen('/dev/full', 'w');
foreach (['a', 'b'] as $row) {
    if (@fwrite($file, $row) !== strlen($row)) {
        $reason = preg_replace('/.*errno=\d+ /', '', error_get_last()['message']);
        $log->critical("cannot spool row $row: $reason", ['queue' => 'north']);
        exit(1);
    }
}
$log->info('done');
