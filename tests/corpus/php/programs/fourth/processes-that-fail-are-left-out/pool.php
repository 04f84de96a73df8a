<?php
require 'Symfony/Component/Process/autoload.php';

use Symfony\Component\Process\Exception\ProcessFailedException;
use Symfony\Component\Process\Process;

foreach ([['tar', 'xf', 'north.tar'], ['sleep', '5'], ['sh', '-c', 'kill -9 $$'], ['true']] as $command) {
    $process = new Process($command, null, null, null, 0.3);
    try {
        $process->mustRun();
        echo $process->getCommandLine(), ": ok\n";
    } catch (ProcessFailedException $e) {
        echo 'left out: ', $e->getMessage(), "\n";
    } catch (RuntimeException $e) {
        echo 'left out: ', get_class($e), ': ', $e->getMessage(), "\n";
    }
}
echo "pool ended\n";
