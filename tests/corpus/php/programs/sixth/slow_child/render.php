<?php
require_once '/usr/share/php/Symfony/Component/Process/autoload.php';
use Symfony\Component\Process\Exception\ProcessFailedException;
use Symfony\Component\Process\Exception\ProcessTimedOutException;
use Symfony\Component\Process\Process;

$programs = ['vector' => ['sh', '-c', 'echo "vector: loading fonts"; sleep 5'], 'raster' => ['sh', '-c', 'echo "raster: out of memory: 2048 MB" >&2; exit 12'],
    'plain' => ['sh', '-c', 'echo "plain: 3 pages"']];
foreach ($programs as $name => $command) {
    $process = new Process($command, null, null, null, 0.8);
    try {
        echo trim($process->mustRun()->getOutput()), "\n";
        echo "render: done by $name\n";
        exit(0);
    } catch (ProcessTimedOutException | ProcessFailedException $error) {
        fwrite(STDERR, 'render: ' . get_class($error) . "\n" . $error->getMessage() . "\n#0 " . basename($error->getTrace()[0]['file']) . ':' . $error->getTrace()[0]['line'] . "\n");
    }
}
exit(1);
