#!/bin/sh
composer dump-autoload --no-interaction --optimize || exit 1
php -d display_errors=stderr -d log_errors=0 -d html_errors=0 sync.php || { echo "sync.sh: depots are left as they were" >&2; exit 1; }
