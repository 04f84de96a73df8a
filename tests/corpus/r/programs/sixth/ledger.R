suppressPackageStartupMessages({library(DBI); library(RSQLite)})
con <- dbConnect(SQLite(), ":memory:")
invisible(dbExecute(con, "CREATE TABLE booking (id INTEGER PRIMARY KEY, account TEXT NOT NULL, cents INTEGER CHECK (cents <> 0))"))
rows <- data.frame(id = c(1, 2, 2, 3, 4), account = c("A", "B", "B", NA, "C"), cents = c(100, -20, -20, 5, 0))
rejected <- list()
for (i in seq_len(nrow(rows))) {
  options(show.error.messages = TRUE)
  r <- try(dbWithTransaction(con, dbExecute(con, "INSERT INTO booking VALUES (?, ?, ?)", params = unname(as.list(rows[i, ])))), outFile = stderr())
  if (inherits(r, "try-error")) {
    rejected[[length(rejected) + 1]] <- cbind(rows[i, ], error = conditionMessage(attr(r, "condition")))
    warning("row ", i, " goes to the reject file", call. = FALSE, immediate. = TRUE)
  }
}
write.csv(do.call(rbind, rejected), row.names = FALSE)
cat(sprintf("booked %d rows, %d cents; rejected %d\n", nrow(dbReadTable(con, "booking")), dbGetQuery(con, "SELECT sum(cents) s FROM booking")$s, length(rejected)))
dbDisconnect(con)
