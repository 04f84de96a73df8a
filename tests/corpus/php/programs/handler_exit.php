<?php
set_exception_handler(function (Throwable $e) {
    fwrite(STDERR, "[2026-11-26T03:10:07.000000+00:00] night.CRITICAL: Uncaught " . get_class($e) . ": " . $e->getMessage() . " at " . $e->getFile() . ":" . $e->getLine() . "\n" . $e->getTraceAsString() . "\n");
    exit(3);
});
function connect(int $port) {
    $s = @stream_socket_client("tcp://127.0.0.1:$port", $no, $text, 1);
    if (!$s) throw new RuntimeException("queue at 127.0.0.1:$port: $text ($no)"); // RAISES
    return $s;
}
connect(9);
