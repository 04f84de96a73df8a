<?php
final class SettingsError extends RuntimeException {}
function setting(string $name): string {
    $value = getenv($name);
    if ($value === false) throw new SettingsError("$name is not set [see docs/settings.md: section 2]"); // RAISES
    return $value;
}
echo "loading settings\n";
echo setting('NIGHTLY_PORT'), "\n";
