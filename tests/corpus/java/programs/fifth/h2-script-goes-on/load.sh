cd /app
echo "load: 5 statements, those that are refused are told"
java -cp /usr/share/java/h2.jar org.h2.tools.RunScript -url jdbc:h2:/app/data/books -user sa -script load.sql -continueOnError
echo "load: rc=$?"
java -cp /usr/share/java/h2.jar org.h2.tools.Shell -url jdbc:h2:/app/data/books -user sa -sql "SELECT COUNT(*) AS books FROM book"
