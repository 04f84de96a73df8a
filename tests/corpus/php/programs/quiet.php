<?php
switch ($argv[1]) {
    case 'mirrors':
        for ($i = 0; $i < 3; $i++) {
            try { throw new RuntimeException("mirror $i: Connection refused"); } catch (RuntimeException $e) { fwrite(STDERR, "[warning] {$e->getMessage()}, next one\n"); }
        }
        for ($i = 0; $i < 24; $i++) echo "[info] part $i read from the local copy\n";
        break;
    case 'notes':
        echo "CHANGES\n * PHP Fatal error:  Uncaught TypeError in import.php:12 is gone\n * the log showed\n      Stack trace:\n      #0 import.php(20): rows()\n      #1 {main}\n        thrown in import.php on line 12\n\n";
        for ($i = 0; $i < 18; $i++) echo "table $i migrated\n";
        break;
    case 'counters':
        foreach (['exceptions', 'fatal_errors', 'uncaught', 'deadlocks'] as $n) printf("%-16s 0\n", $n);
        for ($i = 1; $i < 20; $i++) printf("eval %d error %.4f\n", $i, 1 / $i);
        break;
    case 'assoc':
        var_dump(['exception' => null, 'error' => false, 'last_error' => error_get_last(), 'message' => 'Uncaught: none']);
        for ($i = 0; $i < 18; $i++) echo "chunk $i written\n";
        break;
}
