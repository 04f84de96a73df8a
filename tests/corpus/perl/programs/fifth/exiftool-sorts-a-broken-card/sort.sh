set -eu
cd /app
mkdir -p card/100CANON sorted
printf '\xff\xd8\xff\xe1' > card/100CANON/IMG_0001.JPG
head -c 3000 /dev/zero > card/100CANON/IMG_0002.CR2
printf 'GIF89a\001\000\001\000\200\000\000\000\000\000\377\377\377!\371\004\000\000\000\000\000,\000\000\000\000\001\000\001\000\000\002\002D\001\000;' > card/100CANON/logo.gif
echo "sort: $(ls card/100CANON | wc -l) files on the card"
exiftool -r -FileName -FileType -ImageSize -Error card || true
echo "sort: stamping the owner"
exiftool -overwrite_original -Comment="owner: night desk" card/100CANON/logo.gif card/100CANON/IMG_0001.JPG
echo "sort: done"
