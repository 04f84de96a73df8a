set -euo pipefail
cd /app
echo "[build] compiling $(ls *.kt | wc -l) files"
kotlinc -Werror -d out *.kt
echo "[build] packing"
jar cf states.jar -C out .
