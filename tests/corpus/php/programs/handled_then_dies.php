<?php
function pull(int $try): ?array {
    if ($try < 2) {
        throw new RuntimeException("no answer from queue");
    }
    return null;
}
function pull_again(): ?array {
    for ($try = 0; ; $try++) {
        try {
            return pull($try);
        } catch (RuntimeException $e) {
            fwrite(STDERR, "WARNING try $try failed: $e\n");
        }
    }
}
function rows(array $reply): int { // RAISES
    return count($reply);
}
register_shutdown_function(function () {
    for ($i = 0; $i < 32; $i++) {
        fwrite(STDERR, "releasing lock $i\n");
    }
});
echo rows(pull_again());
