<?php
require '/usr/share/php/Symfony/Component/Console/autoload.php';

use Symfony\Component\Console\Input\ArrayInput;
use Symfony\Component\Console\Output\StreamOutput;
use Symfony\Component\Console\Style\SymfonyStyle;

$style = new SymfonyStyle(new ArrayInput([]), new StreamOutput(STDOUT));
$style->title('Errors of the night');
$style->table(['Job', 'Errors', 'Exception'], [['orders', 0, '-'], ['returns', 2, 'TimeoutException (retried)']]);
$style->warning('2 errors were retried; see RuntimeException in the log of 01:12');
$style->caution(['The next night runs in strict mode:', 'a fatal error will stop it.']);
foreach ($style->progressIterate(range(1, 25)) as $n) {
    usleep(100);
}
$style->success('No error is left.');
