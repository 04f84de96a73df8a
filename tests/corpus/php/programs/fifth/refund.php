<?php
require 'Monolog/autoload.php';
use Monolog\Logger;
use Monolog\Handler\StreamHandler;
use Monolog\Formatter\JsonFormatter;

final class RefundRefused extends DomainException {}

$handler = new StreamHandler('php://stdout');
$handler->setFormatter((new JsonFormatter()));
$log = new Logger('refund', [$handler]);

$refund = function (int $order, int $paid, int $back): void {
    if ($back > $paid) {
        throw new RefundRefused("order $order: $back cents back, $paid were paid"); // RAISES
    }
};

try {
    foreach ([[7001, 900, 900], [7002, 2500, 100], [7003, 400, 4000]] as [$order, $paid, $back]) {
        $refund($order, $paid, $back);
        $log->info('refunded', ['order' => $order, 'cents' => $back]);
    }
} catch (DomainException $e) {
    $log->critical('run stopped: ' . $e->getMessage(), ['exception' => $e]);
    $log->info('lock released', ['file' => '/tmp/refund.lock']);
    exit(70);
}
