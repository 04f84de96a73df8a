set -e
mkdir -p /app/out
mount -t tmpfs -o size=96k none /app/out
df --output=target,size /app/out
python3 /app/pack.py
