<?php
$config = [
    "host" => "db1",
    "port" => 5432
    "user" => "app", // RAISES
];
echo $config["host"];
