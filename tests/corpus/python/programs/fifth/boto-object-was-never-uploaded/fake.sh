export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=eu-central-1 AWS_PAGER=""
: ${PORT:=5317}
alias aws="aws --endpoint-url http://127.0.0.1:$PORT"
shopt -s expand_aliases
$MOTO -p $PORT > /dev/null 2>&1 &
store=$!
sleep 4
