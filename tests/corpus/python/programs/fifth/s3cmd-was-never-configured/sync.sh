set -e
echo "== sync of pictures"
mkdir -p pictures && echo x > pictures/1.jpg
s3cmd sync --no-progress pictures/ s3://pictures-eu/
echo "== done"
