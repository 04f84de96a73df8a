PORT=5319
. ./fake.sh
aws s3 mb s3://night-archive
python3 fetch.py
status=$?
kill $store
exit $status
