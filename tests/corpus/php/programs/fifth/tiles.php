<?php
// Draws the tiles of one zoom level; several of these run side by side.
declare(strict_types=1);
$zoom = (int) $argv[1];
function tile(int $zoom, int $x): string
{
    $width = intdiv(256 << $zoom, $x - 2 === $zoom ? 0 : 1); // RAISES
    return "tile $zoom/$x: $width";
}
for ($x = 0; $x < 4; $x++) {
    if ($zoom === 1 || $x < 2) {
        echo tile($zoom, $x), "\n";
    }
}
echo "zoom $zoom is drawn\n";
