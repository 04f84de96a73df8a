set -e
cd /app
for letter in welcome reminder; do
    echo "print: $letter"
    fop -fo $letter.fo -pdf $letter.pdf
    test -s $letter.pdf
done
echo "print: both letters are ready"
