. ./fake.sh
echo "$(date +%F) copying" | sed 's/^[0-9-]*/backup:/'
seq 1 500 > orders.csv; seq 1 90 > refunds.csv
aws s3 mb s3://night-archive
aws s3 cp orders.csv s3://night-archive/2026/orders.csv --no-progress
aws s3 cp refunds.csv s3://nihgt-archive/2026/refunds.csv --no-progress
status=$?
aws s3 ls s3://night-archive/2026/ | awk '{print "kept:", $4, $3}'
kill $store
exit $status
