<?php
require_once '/usr/share/php/Twig/autoload.php';
use Twig\Environment;
use Twig\Error\Error;
use Twig\Loader\ArrayLoader;

$twig = new Environment(new ArrayLoader([
    'full' => "Dear {{ name }},\nyour points: {{ points|number_format }} ({{ level.title }})",
    'extra' => '{% include "footer" %}',
    'broken' => '{% if name %}Dear {{ name }}',
    'plain' => 'Dear {{ name|default("customer") }}, all is well.',
]), ['strict_variables' => true]);
$sent = $plain = 0;
foreach ([['full', ['name' => 'Anna', 'points' => 1200, 'level' => ['title' => 'gold']]], ['full', ['name' => 'Ben', 'points' => 3]], ['extra', []], ['broken', ['name' => 'Cleo']]] as [$template, $data]) {
    try {
        $text = $twig->render($template, $data);
    } catch (Error $error) {
        $plain++;
        echo "[mails] $error\n[mails] the plain text is sent\n";
        $text = $twig->render('plain', $data);
    }
    $sent++;
    echo "> ", str_replace("\n", "\n> ", $text), "\n";
}
echo "[mails] sent $sent, of them plain $plain, bounced 0\n";
