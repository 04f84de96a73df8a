<?php
require_once '/usr/share/php/League/Flysystem/autoload.php';
require_once '/usr/share/php/Monolog/autoload.php';
use League\Flysystem\Filesystem;
use League\Flysystem\Adapter\Local;
use League\Flysystem\Exception as StorageException;
use Monolog\Formatter\JsonFormatter;
use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$json = new JsonFormatter();
$json->includeStacktraces();
$log = new Logger('mirror', [(new StreamHandler('php://stdout'))->setFormatter($json)]);
$near = new Filesystem(new Local('/app/near'));
$far = new Filesystem(new Local('/app/far'));
$far->put('rates.csv', "EUR,1\n");
$read = 0;
foreach (['rates.csv', '../terms.txt', 'terms.txt'] as $file) {
    foreach (['near' => $near, 'far' => $far] as $name => $place) {
        try {
            $text = $place->read($file);
            $read++;
            $log->info('read', ['file' => $file, 'from' => $name, 'bytes' => strlen($text), 'error' => null]);
            continue 2;
        } catch (StorageException|LogicException $error) {
            $log->error('not here, the next place is asked', ['exception' => $error]);
        }
    }
    $log->notice('file is nowhere, which is allowed', ['file' => $file]);
}
$log->info('mirror ended', ['read' => $read, 'errors' => 0]);
