<?php
libxml_use_internal_errors(true);
$page = new DOMDocument();
$page->loadHTML('<p>one<p>two</div><nightly>three</nightly>');
print_r(array_map(fn(LibXMLError $e) => [$e->level, trim($e->message), $e->line], libxml_get_errors()));
try {
    new SimpleXMLElement('<a><b></a>');
} catch (Exception $exception) {
    var_dump(get_class($exception), $exception->getMessage());
}
for ($n = 1; $n <= 23; $n++) {
    echo "page $n indexed\n";
}
