# Which converters are there? What is missing is left out of the package.
for rock in lua-zlib-ng ldecnumber; do
  luarocks --tree=/tmp/rocks show "$rock" 2>&1 || echo "pack: optional rock $rock is not there, go on" >&2
done
for module in zlib pl.pretty argparse decnumber lpeg; do
  if lua5.4 -l "$module" -e 'assert(true)'; then echo "pack: module $module is packed"; else echo "pack: module $module is left out"; fi
done
echo "pack: package written"
