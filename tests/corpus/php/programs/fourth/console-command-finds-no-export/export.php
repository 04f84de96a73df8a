<?php
require 'Symfony/Component/Console/autoload.php';

use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\SingleCommandApplication;

function open_export(string $name)
{
    if (!is_readable($name)) {
        throw new InvalidArgumentException("The export \"$name\" cannot be read"); // RAISES
    }
    return fopen($name, 'r');
}

(new SingleCommandApplication('export'))
    ->addArgument('name', InputArgument::REQUIRED)
    ->setCode(function (InputInterface $input, OutputInterface $output) {
        $output->writeln('<info>Loading the export</info>');
        open_export($input->getArgument('name'));
        return 0;
    })
    ->run();
