set -u
cd /app
echo "rotate: 3 archives"
"$PYTHON" /app/rotate.py || { code=$?; echo "rotate: not rotated" >&2; exit $code; }
