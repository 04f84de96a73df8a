set -e
cd /app
export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_HOME=/tmp/composer-night COMPOSER_NO_INTERACTION=1
echo "deploy: $(php -r 'echo PHP_MAJOR_VERSION;')"
composer validate --no-check-all --no-check-publish
composer install --no-progress --no-ansi
echo "deploy: done"
