#!/bin/bash
set -e
export COMPOSER_HOME=/tmp/php-sixth COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_DISABLE_NETWORK=1
composer validate --no-check-publish --no-check-all || echo "install: composer.json could be better"
composer install --no-interaction --no-progress
echo "install: $(ls vendor | tr '\n' ' ')"
