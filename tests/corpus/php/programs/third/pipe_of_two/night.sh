#!/bin/bash
set -eo pipefail
SCREEN="-d display_errors=stderr -d log_errors=0 -d html_errors=0"
echo "night: extract and load"
php $SCREEN /app/extract.php | php $SCREEN /app/load.php
echo "night: published"
