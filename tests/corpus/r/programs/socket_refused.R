fetch <- function(port) {
  con <- socketConnection("127.0.0.1", port = port, open = "r", timeout = 2)
  readLines(con)
}
cat("fetching\n")
fetch(9)
