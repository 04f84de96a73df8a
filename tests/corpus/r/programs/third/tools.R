run <- function(...) processx::run(..., error_on_status = FALSE)
for (host in c("a", "b", "c")) {
  r <- run("sh", c("-c", sprintf("test %s != b || { echo 'error: host %s is asleep' >&2; exit 7; }", host, host)))
  cat("host", host, "status", r$status, r$stderr, "\n")
}
for (i in 1:20) cat("block", i, "copied to 2 of 3 hosts\n")
cat("copies are enough: 2\n")
