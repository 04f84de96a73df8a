library(purrr)
for (i in 1:4) write.csv(data.frame(day = i, count = i * 10), sprintf("day-%d.csv", i), row.names = FALSE)
writeLines("3;30", "day-3.csv")
read_day <- function(path) {
  rows <- read.csv(path)
  if (!all(c("day", "count") %in% names(rows))) {
    stop("no columns day and count in ", path, call. = TRUE)
  }
  rows
}
days <- map(sprintf("day-%d.csv", 1:4), read_day)
cat("days:", length(days), "\n")
