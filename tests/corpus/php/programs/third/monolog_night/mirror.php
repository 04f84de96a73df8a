<?php
require '/usr/share/php/Monolog/autoload.php';

use Monolog\ErrorHandler;
use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$log = new Logger('mirror');
$log->pushHandler(new StreamHandler('php://stderr'));
ErrorHandler::register($log);

final class Mirror
{
    public function __construct(private Logger $log)
    {
    }

    public function sync(array $tables): void
    {
        foreach ($tables as $table => $rows) {
            $this->log->info("table {$table}", ['rows' => count($rows), 'error' => null]);
            $this->log->debug('per shard', ['rows' => intdiv(count($rows), (int) ($rows['shards'] ?? 1))]); // RAISES
        }
    }
}

(new Mirror($log))->sync(['orders' => [1, 2, 3], 'returns' => ['shards' => 0]]);
