set -e
cd /app
echo "deploy: release 12, migrating"
NODE_ENV=production knex migrate:latest
echo "deploy: restarting"
