<?php
function deliver(string $n, string $try): void
{
    if ($n === '3' && $try === 'first') {
        throw new UnexpectedValueException('greylisted, try again later');
    }
    echo "message $n delivered\n";
}

deliver($argv[1], $argv[2]);
