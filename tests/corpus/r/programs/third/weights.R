library(checkmate)
portfolio <- function(weights, days) {
  assert_numeric(weights, lower = 0, any.missing = FALSE)
  assert_count(days, positive = TRUE)
  stopifnot("weights must sum to one" = abs(sum(weights) - 1) < 1e-9)
  sum(weights) * days
}
cat("equal:", portfolio(c(0.5, 0.5), 3), "\n")
cat("tilted:", portfolio(c(0.7, 0.2), 3), "\n")
