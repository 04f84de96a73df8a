#!/bin/bash
# Every message has a process of its own; one that dies is started once more.
php="php -d display_errors=stderr -d log_errors=0 -d html_errors=0"
for n in $(seq 1 26); do
  $php /app/message.php $n first || { echo "queue: message $n again"; $php /app/message.php $n second || exit 1; }
done
echo "queue: empty"
