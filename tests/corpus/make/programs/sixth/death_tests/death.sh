# Every call must die in the way that stands before it.
passed=0
expect() {
    wanted=$1; shift
    "$@"
    code=$?
    [ $code = $wanted ] || { echo "not ok: $* ended with $code"; exit 1; }
    passed=$((passed + 1))
    echo "ok $passed - $* ended with $code"
}
ulimit -c 0
expect 134 ./guard assert
expect 139 ./guard null
expect 136 ./guard divide
expect 134 ./guard free
expect 1 ./guard
echo "$passed of 5 death tests passed"
