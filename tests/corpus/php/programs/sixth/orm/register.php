<?php
foreach (['Doctrine/DBAL', 'Symfony/Component/Validator'] as $part) {
    require_once "/usr/share/php/$part/autoload.php";
}
use Doctrine\DBAL\DriverManager;
use Doctrine\DBAL\Exception as DbalException;
use Symfony\Component\Validator\Constraints as Assert;
use Symfony\Component\Validator\Validation;

$base = DriverManager::getConnection(['driver' => 'pdo_sqlite', 'memory' => true]);
$base->executeStatement('create table member(mail text primary key, age int not null)');
$validator = Validation::createValidator();
$people = [['a@host.example', 31], ['no-mail', 200], ['b@host.example', null], ['a@host.example', 8], ['c@host.example', 44]];
$in = 0;
foreach ($people as [$mail, $age]) {
    $found = $validator->validate($mail, [new Assert\Email(mode: 'html5')]);
    $found->addAll($validator->validate($age, [new Assert\LessThan(130)]));
    if (count($found)) {
        echo "VIOLATION $mail\n", $found;
        continue;
    }
    try {
        $base->insert('member', ['mail' => $mail, 'age' => $age]);
        $in++;
    } catch (DbalException $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n  ", str_replace("\n", "\n  ", $error->getTraceAsString()), "\n  -> left to the office\n";
    }
}
echo "registered $in of ", count($people), "\n";
