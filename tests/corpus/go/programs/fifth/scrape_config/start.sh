#!/bin/bash
echo "start: prometheus $(prometheus --version 2>&1 | sed -n 's/^prometheus, version \([0-9.]*\).*/\1/p')"
prometheus --config.file=prometheus.yml --storage.tsdb.path=/app/data --web.listen-address=127.0.0.1:9397
code=$?
echo "start: unit entered failed state"
exit $code
