set -euo pipefail
echo "[align] reference: ref.fa ($(grep -c '>' ref.fa) sequences)"
bwa mem -t 1 ref.fa reads.fq > aligned.sam
echo "[align] done"
