<?php
mkdir('sessions');
file_put_contents('sessions/a', 'x');
foreach (['sessions/a', 'sessions/b', 'cache/page.html', 'cache'] as $name) {
    if (!unlink($name)) {
        echo "cleanup: $name: ", error_get_last()['message'], "\n";
        error_clear_last();
    }
}
foreach (glob('sessions/*') ?: [] as $name) {
    unlink($name);
}
echo "cleanup: done, errors ", json_encode(error_get_last()), "\n";
