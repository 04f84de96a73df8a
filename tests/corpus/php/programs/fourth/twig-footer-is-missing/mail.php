<?php
require 'Twig/autoload.php';

$twig = new Twig\Environment(new Twig\Loader\FilesystemLoader('views'), ['strict_variables' => true]);
echo $twig->render('plain.twig', ['name' => 'Ann']);
echo $twig->render('mail.twig', ['name' => 'Ann']);
