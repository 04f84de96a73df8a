cd /app
for library in zlib libnightcodec-2 liberror-prone; do
  printf 'checking for %s... ' $library
  pkg-config --exists --print-errors $library && echo yes || echo no
done
if ! CGO_ENABLED=1 go build -o codec .; then
  echo "configure: the native codec is left out, building without it"
  CGO_ENABLED=0 go build -o codec . || exit 1
fi
./codec
