<?php
function boot(): void {
    require "/app/vendor/autoload.php"; // RAISES
}
boot();
