fit <- function(d, method = c("ols", "ridge")) {
  method <- match.arg(method)
  cat("fitting by", method, "\n")
}
fit(cars)
fit(cars, "lasso")
