<?php
set_error_handler(function (int $level, string $text, string $file, int $line) {
    throw new ErrorException($text, 0, $level, $file, $line);
});
for ($round = 1; ; $round++) {
    try {
        $socket = stream_socket_client('tcp://127.0.0.1:48773', $code, $text, 1);
    } catch (ErrorException $error) {
        fprintf(STDERR, "[round %d] %s: %s in %s:%d, next round in 0.2 s\n", $round, get_class($error), $error->getMessage(), basename($error->getFile()), $error->getLine());
    }
    usleep(200000);
}
