suppressPackageStartupMessages(library(future.apply))
plan(sequential)
step <- function(chain, it) {
  if (it %% 7 == 0) stop("singular proposal in chain ", chain)
  rnorm(1)
}
set.seed(9)
for (it in 1:400) {
  draws <- future_sapply(1:3, function(chain) tryCatch(step(chain, it), error = function(e) {
    message("iteration ", it, ": ", conditionMessage(e), "; rejected, chain stays where it is")
    NA_real_
  }), future.seed = TRUE)
  if (it %% 5 == 0) cat("iteration", it, "accepted", sum(!is.na(draws)), "\n")
  Sys.sleep(0.08)
}
