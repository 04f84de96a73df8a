mkdir -p books vault && echo 1 > books/a.csv && echo 2 > vault/stray.txt
echo "backup of books begins"
rdiff-backup --api-version 201 backup books vault
status=$?
echo "backup of books ends with $status"
exit $status
