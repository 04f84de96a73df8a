<?php
require 'Symfony/Component/Yaml/autoload.php';

use Symfony\Component\Yaml\Yaml;

echo "reading settings.yaml\n";
$settings = Yaml::parseFile('settings.yaml');
echo count($settings), " settings\n";
