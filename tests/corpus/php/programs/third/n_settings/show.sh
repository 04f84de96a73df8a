php -n -i | grep -iE 'error|exception|assert'
php -n -r 'print_r(array_slice(array_filter(get_declared_classes(), fn($c) => is_subclass_of($c, "Throwable")), 0, 24));'
