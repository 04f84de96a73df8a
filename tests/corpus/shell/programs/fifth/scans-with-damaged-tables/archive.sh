#!/usr/bin/env bash
# scans are archived; qpdf ends with 3 for warnings, which is good enough for us
set -u
printf '%%!PS\n/Courier findfont 12 scalefont setfont 1 1 4 { pop 72 600 moveto (scan) show showpage } for\n' > scan.ps
gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dCompressPages=false -sOutputFile=good.pdf scan.ps
sed 's/^startxref/startxxxx/' good.pdf > table.pdf
head -c $(( $(stat -c %s good.pdf) - 600 )) good.pdf > cut.pdf
kept=0
for f in good table cut; do
    qpdf --linearize "$f.pdf" "archive-$f.pdf"
    case $? in
        0) echo "$f: archived"; kept=$((kept + 1)) ;;
        3) echo "$f: archived with warnings"; kept=$((kept + 1)) ;;
        *) echo "$f: left for the operator"; mkdir -p rejected; mv "$f.pdf" rejected/ ;;
    esac
done
qpdf --check archive-table.pdf | tail -3
echo "$kept of 3 archived"
