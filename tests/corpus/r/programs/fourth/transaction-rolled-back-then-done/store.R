library(DBI)
log_line <- function(level, ...) cat(sprintf("%-5s [%s] %s\n", level, "2026-11-22 12:00:41", paste0(...)), file = stderr())
connection <- dbConnect(RSQLite::SQLite(), ":memory:")
dbExecute(connection, "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
batches <- list(data.frame(id = 1:2, name = c("a", "b")), data.frame(id = 2:3, name = c("b", "c")),
                data.frame(id = 4L, name = NA_character_))
for (batch in batches) {
  done <- tryCatch({
    dbWithTransaction(connection, dbAppendTable(connection, "item", batch))
    TRUE
  }, error = function(e) {
    log_line("ERROR", conditionMessage(e), " -- rolled back")
    print(e)
    FALSE
  })
  if (!done) {
    fresh <- batch[!batch$id %in% dbGetQuery(connection, "SELECT id FROM item")$id & !is.na(batch$name), ]
    log_line("INFO", "again with ", nrow(fresh), " fresh rows")
    if (nrow(fresh)) dbAppendTable(connection, "item", fresh)
  }
}
print(dbReadTable(connection, "item"))
dbDisconnect(connection)
