#!/bin/bash
set -e
rm -f /tmp/index-count
(sleep 0.2; exec php -S 127.0.0.1:8391 -t .) &
php fetch.php
kill $! 
wait $! || true
echo finished
