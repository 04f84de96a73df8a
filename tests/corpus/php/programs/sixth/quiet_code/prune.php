<?php
$pruned = $kept = 0;
foreach (glob('/app/*') as $name) {
    try {
        if (!str_ends_with($name, '.tmp')) {
            throw new UnexpectedValueException("$name is no scratch file");
        }
        unlink($name);
        $pruned++;
    } catch (UnexpectedValueException $error) {
        echo 'prune: ', get_class($error), ': ', $error->getMessage(), ' (kept)', PHP_EOL;
        $kept++;
    }
}
echo "prune: $pruned pruned, $kept kept", PHP_EOL;
exit(3);
