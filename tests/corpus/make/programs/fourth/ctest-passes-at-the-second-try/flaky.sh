if [ -e seen ]; then exit 0; fi
touch seen
cat /app/spool/first.lock
