<?php
set_error_handler(function (int $no, string $text, string $file, int $line) { throw new ErrorException($text, 0, $no, $file, $line); });
function store(string $path, int $rows): void {
    $out = fopen($path, 'w');
    for ($i = 0; $i < $rows; $i++) fwrite($out, "row $i\n"); // RAISES
}
echo "storing\n";
store('/dev/full', 3);
