cat("driver: fitting three models in sessions of their own\n")
fit <- function(degree) {
  x <- 1:4
  if (degree >= length(x)) stop("degree ", degree, " needs more than ", length(x), " points")
  coef(lm(c(1, 3, 2, 5) ~ poly(x, degree)))
}
for (degree in c(1, 2, 4)) {
  coefs <- callr::r(fit, args = list(degree))
  cat("driver: degree", degree, "has", length(coefs), "coefficients\n")
}
