<?php
set_error_handler(function (int $level, string $text, string $file, int $line): never {
    throw new ErrorException($text, 0, $level, $file, $line);
});

function read(string $path): array
{
    return explode("\n", file_get_contents($path)); // RAISES
}

function rates(string $day): array
{
    try {
        return read("/app/in/$day.csv");
    } catch (ErrorException $error) {
        throw new RuntimeException("no rates of $day", 12, $error); // OTHER
    }
}

file_put_contents('php://stderr', "rates: 2 days\n");
print_r(rates('2026-11-26'));
