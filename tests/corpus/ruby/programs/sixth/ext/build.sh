set -e
ruby extconf.rb
make V=0
echo "== what was looked for"
grep -v '^"gcc' mkmf.log | grep -v -- '-L/usr' | cut -c1-120
echo "== first call"
ruby -I. -e 'require "loggamma"; puts LogGamma.value(5.0).round(6)'
