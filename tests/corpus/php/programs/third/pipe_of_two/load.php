<?php
function event(string $line): array
{
    return json_decode($line, true, 8, JSON_THROW_ON_ERROR); // RAISES
}

$loaded = 0;
while (($line = fgets(STDIN)) !== false) {
    $loaded += count(event($line)) > 0 ? 1 : 0;
    if ($loaded % 8 === 0) {
        fwrite(STDERR, "load: $loaded events\n");
    }
}
