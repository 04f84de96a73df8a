set -u
status=0
for sheet in totals.xsl index.xsl; do
    echo "== $sheet"
    java -cp /usr/share/java/Saxon-HE.jar net.sf.saxon.Transform -s:books.xml -xsl:$sheet -o:${sheet%.xsl}.txt || status=$?
    echo "-- $(cat ${sheet%.xsl}.txt 2> /dev/null | wc -l) lines"
done
exit $status
