set -eu
cd /app
yarn run lint || echo "nightly: lint has findings, they go into the report (rc $?)"
yarn run pack
echo "nightly: packed"
