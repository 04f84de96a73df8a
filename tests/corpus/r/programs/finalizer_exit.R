run <- function() {
  on.exit(for (i in 1:8) cat("releasing lease", i, "\n"))
  x <- list(a = 1)
  x[["b"]][["c"]] + sqrt("4")
}
cat("running\n")
run()
