set -e
cd /app
echo "[ci] node $(node --version)"
echo "[ci] installing"
npm install --no-audit --no-fund --loglevel http
echo "[ci] building"
node -e "require('left-pad')"
