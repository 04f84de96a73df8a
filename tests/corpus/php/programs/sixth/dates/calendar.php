<?php
require_once '/usr/share/php/Carbon/autoload.php';
use Carbon\Carbon;

$rows = ['2026-11-26', 'next blursday', '31.02.2026', '', '2026-13-01', 'tomorrow'];
$now = Carbon::parse('2026-11-27 01:00:00', 'UTC');
Carbon::setTestNow($now);
$left = 0;
foreach ($rows as $line => $text) {
    try {
        $day = $text === '' ? throw new LengthException('empty cell') : Carbon::parse($text);
        printf("row %d: %s\n", $line + 1, $day->toDateString());
    } catch (Exception $error) {
        $left++;
        error_log(sprintf("row %d left out: %s", $line + 1, $error));
    }
}
printf("%d rows, %d left out\n", count($rows), $left);
