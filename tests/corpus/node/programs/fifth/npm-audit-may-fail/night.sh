cd /app
for step in format audit:night build; do
    echo "--- $step"
    npm run --silent "$step"
    rc=$?
    [ $rc -eq 0 ] || echo "--- $step: exit $rc"
done
[ "$step $rc" = "build 0" ]
