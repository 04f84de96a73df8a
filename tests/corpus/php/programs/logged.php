<?php
function charge(int $n): int {
    if ($n > 2) {
        throw new OverflowException("card declined:\n  reason: limit\n  limit: 2 €");  // RAISES
    }
    return $n;
}
try {
    foreach ([1, 2, 3] as $n) {
        error_log("charged " . charge($n));
    }
} catch (Throwable $e) {
    error_log("charging stopped: " . $e);
    error_log("connection closed");
    exit(1);
}
