cd /app
changed=0 skipped=0
for script in bin/*.pl; do
    if perltidy -st -se "$script" > tidy.out; then
        cmp -s tidy.out "$script" || changed=$((changed + 1))
    else
        echo "tidy: $script cannot be read, left as it is (rc $?)"
        skipped=$((skipped + 1))
    fi
done
perl -c bin/sum.pl
echo "tidy: $changed changed, $skipped skipped"
