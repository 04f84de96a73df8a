conf <- function() {
  port <- Sys.getenv("NIGHTLY_PORT")
  stopifnot("NIGHTLY_PORT must be set" = nzchar(port))
  as.integer(port)
}
cat("loading configuration\n")
conf()
