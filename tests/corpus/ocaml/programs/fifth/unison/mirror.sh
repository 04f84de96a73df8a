# Mirrors the shared folder of the office to the archive, both ways.
export HOME=/app/home UNISON=/app/home/.unison
mkdir -p home office/plans archive
for n in 1 2 3; do echo "plan $n" >office/plans/plan$n.txt; done
touch -d '2026-11-26 22:00:00' office/plans/*.txt
echo "mirror: first night"
unison office archive -batch -ui text -silent -fastcheck false -logfile /dev/null
echo "mirror: $(ls archive/plans | wc -l) plans kept"
rm -r office/plans
echo "mirror: second night"
unison office archive -batch -ui text -terse -color false -logfile /dev/null
rc=$?
echo "mirror: unison left with $rc"
exit $rc
