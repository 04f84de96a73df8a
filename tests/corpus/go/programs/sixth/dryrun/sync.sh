export RCLONE_CONFIG=/tmp/rclone6.conf
rm -rf /tmp/sync6 && mkdir -p /tmp/sync6/from /tmp/sync6/to && : > $RCLONE_CONFIG
echo a > /tmp/sync6/from/error-pages.txt; echo b > /tmp/sync6/from/failed.csv; echo c > /tmp/sync6/to/panic.log; echo d > /tmp/sync6/to/fatal-2025.log
ln -s nowhere /tmp/sync6/from/crash.log
rclone sync --dry-run --log-level INFO --stats-one-line /tmp/sync6/from /tmp/sync6/to
echo "dry run ended with $?"
rm -rf /tmp/sync6 $RCLONE_CONFIG
