PORT=5318
. ./fake.sh
seq 1 500 > orders.csv
aws s3api head-bucket --bucket night-archive || aws s3 mb s3://night-archive
aws s3api get-object --bucket night-archive --key state.json state.json || echo '{"last": 0}' > state.json
aws s3 cp orders.csv s3://night-archive/orders.csv --no-progress
aws s3 cp state.json s3://night-archive/state.json --no-progress
status=$?
kill $store
exit $status
