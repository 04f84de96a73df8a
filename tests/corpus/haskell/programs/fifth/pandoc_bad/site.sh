set -e
echo "site: guide.md -> guide.html"
pandoc -s -o guide.html guide.md
echo "site: done"
