<?php
foreach (['Symfony/Component/Messenger', 'Symfony/Component/Console', 'Monolog'] as $part) {
    require_once "/usr/share/php/$part/autoload.php";
}
use Monolog\Formatter\LineFormatter;
use Monolog\Handler\StreamHandler;
use Monolog\Logger;
use Symfony\Component\Messenger\Envelope;
use Symfony\Component\Messenger\Handler\HandlersLocator;
use Symfony\Component\Messenger\MessageBus;
use Symfony\Component\Messenger\Middleware\HandleMessageMiddleware;
use Symfony\Component\Messenger\Transport\InMemoryTransport;

final class SendInvoice
{
    public function __construct(public int $number) {}
}

final class InvoiceHandler
{
    private array $seen = [];

    public function __invoke(SendInvoice $invoice): void
    {
        $tries = $this->seen[$invoice->number] = ($this->seen[$invoice->number] ?? 0) + 1;
        if ($invoice->number === 4712 && $tries < 3) {
            $this->deliver('10.0.0.9', 25);
        }
        if ($invoice->number === 4714) {
            throw new \DomainException('invoice 4714 has no address');
        }
    }

    private function deliver(string $host, int $port): void
    {
        throw new \RuntimeException("connection to $host:$port timed out", 110);
    }
}

$lines = new LineFormatter("[%datetime%] %channel%.%level_name%: %message% %context%\n", 'Y-m-d H:i:s', true, true);
$lines->includeStacktraces();
$log = new Logger('messenger', [(new StreamHandler('php://stderr'))->setFormatter($lines)]);
$bus = new MessageBus([new HandleMessageMiddleware(new HandlersLocator([SendInvoice::class => [new InvoiceHandler()]]))]);
$queue = new InMemoryTransport();
$failed = new InMemoryTransport();
foreach ([4711, 4712, 4713, 4714] as $number) {
    $queue->send(new Envelope(new SendInvoice($number)));
}
$tries = [];
while ($waiting = $queue->get()) {
    foreach ($waiting as $envelope) {
        $number = $envelope->getMessage()->number;
        $queue->reject($envelope);
        try {
            $bus->dispatch($envelope->getMessage());
            $log->info("invoice $number handled");
        } catch (\Throwable $error) {
            $tries[$number] = ($tries[$number] ?? 0) + 1;
            $context = ['exception' => $error->getPrevious() ?? $error];
            if ($tries[$number] < 3) {
                $log->warning("Error thrown while handling message SendInvoice. Sending for retry #{$tries[$number]}. Error: \"{$error->getMessage()}\"", $context);
                $queue->send(new Envelope($envelope->getMessage()));
            } else {
                $log->critical("Removing from transport after {$tries[$number]} retries, sent to the failure transport", ['error' => $error->getMessage()]);
                $failed->send($envelope);
            }
        }
    }
}
$log->info(sprintf('queue is empty, %d in the failure transport', count($failed->getSent())));
