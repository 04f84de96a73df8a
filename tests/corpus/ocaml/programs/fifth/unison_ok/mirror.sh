export HOME=/app/home UNISON=/app/home/.unison
mkdir -p home office archive
for n in 1 2 3; do echo "plan $n" >office/plan$n.txt; done
echo "failed" >office/error.log
touch -d '2026-11-26 22:00:00' office/*
echo "mirror: first night"
unison office archive -batch -ui text -color false -logfile /dev/null
echo "one more" >>office/plan2.txt
echo "another" >>archive/plan2.txt
touch -d '2026-11-27 02:00:00' office/plan2.txt archive/plan2.txt
echo "mirror: second night"
unison office archive -batch -ui text -color false -logfile /dev/null || echo "mirror: unison left with $?, conflicts are looked at by hand"
