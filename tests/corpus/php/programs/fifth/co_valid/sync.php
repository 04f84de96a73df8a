<?php
require __DIR__ . "/vendor/autoload.php";

echo (new Depot\Sync(["north", "south"]))->run(), " depots\n";
