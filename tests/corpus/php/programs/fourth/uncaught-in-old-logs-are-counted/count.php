<?php
set_exception_handler(function (Throwable $e) {
    error_log('handled: ' . get_class($e) . ': ' . $e->getMessage());
    exit(0);
});
$kinds = [];
foreach (file('old.log') as $line) {
    if (preg_match('/Uncaught (\w+)|(Parse error|Warning):/', $line, $found)) {
        $kind = $found[1] ?: $found[2];
        $kinds[$kind] = ($kinds[$kind] ?? 0) + 1;
        echo '> ', $line;
    }
}
print_r($kinds);
throw new DomainException('no older log, nothing left to do');
