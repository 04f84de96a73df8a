#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

static void note(void *unused, int code, const char *text) {
  (void)unused;
  fprintf(stderr, "sqlite[%d]: (%d) %s\n", code & 0xff, code, text);
}

static int run(sqlite3 *base, const char *sql) {
  char *why = NULL;
  int code = sqlite3_exec(base, sql, NULL, NULL, &why);
  if (code) fprintf(stderr, "ledger: passed over: %s\n", why);
  sqlite3_free(why);
  return code != 0;
}

int main(void) {
  sqlite3 *base;
  sqlite3_config(SQLITE_CONFIG_LOG, note, NULL);
  if (sqlite3_open_v2("old.db", &base, SQLITE_OPEN_READWRITE, NULL)) {
    fprintf(stderr, "ledger: %s, a new one is begun\n", sqlite3_errmsg(base));
    sqlite3_close(base);
    sqlite3_open("ledger.db", &base);
  }
  int passed = 0;
  passed += run(base, "select version from meta");
  passed += run(base, "create table booking(id integer primary key, cents int not null check(cents <> 0)) ");
  passed += run(base, "insert into booking values(1, 500)");
  passed += run(base, "insert into booking values(1, 700)");
  passed += run(base, "insert into booking values(2, 0)");
  passed += run(base, "insert into booking values(3, NULL)");
  passed += run(base, "insert into booking values(4, -200)");
  passed += run(base, "drop table legacy");
  sqlite3_close(base);
  printf("ledger: 2 bookings are in, %d statements were passed over\n", passed);
  return 0;
}
