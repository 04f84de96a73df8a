#!/bin/bash
{
    php -r 'function half($x) { return 1 / $x; } half(0);'
    php -r 'echo 1 +;'
    php -r 'throw new LogicException("queue is empty");'
    php -r 'echo $name; foreach (5 as $x) { }'
} 2>old.log
php count.php
