printf 'lint: '; ls *.sh | wc -l
shellcheck -f gcc -S error backup.sh || exit 1
shellcheck -f gcc -S warning backup.sh && echo "lint: no warnings" || echo "lint: warnings are only shown"
echo "lint: passed"
