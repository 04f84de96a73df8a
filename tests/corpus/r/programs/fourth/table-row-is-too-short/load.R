columns <- c(id = "integer", name = "character", weight = "numeric", unit = "character")
read_weights <- function(path) {
  message(format(as.POSIXct("2026-11-22 12:00:41", tz = "UTC")), " reading ", path)
  read.table(path, col.names = names(columns), colClasses = columns)
}
rows <- read_weights("weights.txt")
cat(sprintf("%d rows, %.1f kg\n", nrow(rows), sum(rows$weight)))
