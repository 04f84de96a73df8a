export GIT_CONFIG_GLOBAL=/dev/null PRE_COMMIT_HOME=/tmp/pre-commit-fifth
git init -q . && git add -A
pre-commit run --all-files --color never
status=$?
echo "pre-commit: status $status"
exit $status
