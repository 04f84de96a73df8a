<?php
error_reporting(E_ALL);
function old($a) { return $a["missing"] ?? 0; }
$x = [];
echo $x["nothing"];
echo $undefined;
trigger_error("Exception classes will move in 3.0", E_USER_DEPRECATED);
echo 10 % 3, "\n";
echo "done, 0 errors\n";
