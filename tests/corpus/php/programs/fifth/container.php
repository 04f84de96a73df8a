<?php
// Builds a worker with the container of Laravel and lets it work.
require 'Illuminate/Container/autoload.php';
use Illuminate\Container\Container;

interface Mailer {}
final class Worker
{
    public function __construct(public Mailer $mailer, public string $queue = 'night') {}
}

set_exception_handler(function (Throwable $e) {
    printf("[%s] night.EMERGENCY: %s {\"exception\":\"[object] (%s(code: %d): %s at %s:%d)\"}\n", gmdate('Y-m-d H:i:s'), $e->getMessage(), get_class($e), $e->getCode(), $e->getMessage(), $e->getFile(), $e->getLine());
    echo "worker: 0 jobs done\n";
    exit(9);
});
$container = new Container();
echo "worker: container is ready\n";
$worker = $container->make(Worker::class);
echo "worker: queue {$worker->queue}\n";
