<?php
require 'Symfony/Component/Process/autoload.php';
use Symfony\Component\Process\Process;
use Symfony\Component\Process\Exception\ProcessFailedException;

$steps = [['tar', '-cf', '/tmp/mirror.tar', 'mirror.php'], ['tar', '-tf', '/tmp/mirror.tar'], ['tar', '-xf', '/tmp/mirror-2026.tar', '-C', '/tmp']];
foreach ($steps as $i => $step) {
    $process = new Process($step);
    $process->mustRun(); // RAISES
    printf("step %d: %s\n%s", $i + 1, $process->getCommandLine(), $process->getOutput());
}
echo "mirror: done\n";
