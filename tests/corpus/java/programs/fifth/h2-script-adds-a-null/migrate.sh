set -eu
H2=/usr/share/java/h2.jar URL="jdbc:h2:/app/data/shop;DB_CLOSE_DELAY=0"
for step in 1 2 3; do
    echo "migrate: V$step"
    java -cp $H2 org.h2.tools.RunScript -url "$URL" -user sa -script V$step.sql -showResults
done
echo "migrate: the schema is at V3"
