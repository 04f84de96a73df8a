#include <libpq-fe.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  int spooled = 0;
  for (int row = 1; row <= 2; row++) {
    PGconn *base = PQconnectdb("host=127.0.0.1,127.0.0.1,/app/run port=48761,48762,48763 dbname=meter user=app connect_timeout=2 target_session_attrs=read-write");
    if (PQstatus(base) != CONNECTION_OK) {
      fprintf(stderr, "spooler: row %d: %s", row, PQerrorMessage(base));
      FILE *spool = fopen("spool.csv", "a");
      fprintf(spool, "%d,12.5\n", row);
      fclose(spool);
      spooled++;
    }
    PQfinish(base);
  }
  fprintf(stderr, "spooler: %d rows are in spool.csv and go out with the next run, 0 lost\n", spooled);
  return 0;
}
