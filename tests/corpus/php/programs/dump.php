<?php
var_dump(["error" => null, "exceptions" => ["RuntimeException", "Fatal error"], "trace" => [], "display_errors" => false]);
echo json_encode(["last_error" => error_get_last(), "stack" => [], "message" => "PHP Fatal error:  none"]), "\n";
print_r(array_slice(get_declared_classes(), 0, 40));
