for file in /app/*.php; do php -l "$file"; done
php -d error_reporting=E_ALL -d display_errors=1 -d html_errors=0 /app/old.php
