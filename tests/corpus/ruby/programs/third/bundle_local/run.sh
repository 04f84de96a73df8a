set -e
cd /app
echo "deploy: gems"
bundle install --local --quiet
echo "deploy: done"
