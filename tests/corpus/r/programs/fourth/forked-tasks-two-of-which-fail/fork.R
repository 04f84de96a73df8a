library(parallel)
task <- function(i) {
  if (i %% 3 == 0) stop("task ", i, " met an odd record")
  i^2
}
results <- mclapply(1:6, task, mc.cores = 2, mc.preschedule = FALSE)
bad <- vapply(results, inherits, TRUE, "try-error")
for (result in results[bad]) cat("skipped:", result)
cat("sum of the others:", sum(unlist(results[!bad])), "\n")
warning("2 of 6 tasks were skipped")
