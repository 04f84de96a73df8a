<?php
require '/usr/share/php/Symfony/Component/Console/autoload.php';

use Symfony\Component\Console\Application;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

final class Import extends Command
{
    protected function configure(): void
    {
        $this->setName('import')->addArgument('file')->addOption('shards');
    }

    private function row(int $number, string $line): array
    {
        $cells = explode(';', $line);
        if (count($cells) !== 3) {
            throw new LengthException(sprintf('Row %d has %d cells, 3 are wanted.', $number, count($cells))); // RAISES
        }
        return $cells;
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        foreach (["a;1;x", "b;2;y", "c;3"] as $number => $line) {
            $output->writeln('row ' . implode(',', $this->row($number + 1, $line)));
        }
        return Command::SUCCESS;
    }
}

$application = new Application('night', '5.1');
$application->add(new Import());
$application->run();
