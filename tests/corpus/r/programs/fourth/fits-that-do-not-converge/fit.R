set.seed(4)
x <- c(1, 2, 3, 4, 5, 6)
y <- c(0, 0, 0, 1, 1, 1)
model <- glm(y ~ x, family = binomial)
print(round(deviance(model), 4))
curve <- try(nls(y ~ a * exp(b * x), start = list(a = 1e6, b = 9)))
if (inherits(curve, "try-error")) {
  cat("no curve: a line is taken\n")
  curve <- lm(y ~ x)
}
print(summary(curve))
solved <- tryCatch(solve(matrix(1, 3, 3)), error = function(e) {
  message("caught: ", conditionMessage(e))
  MASS <- NULL
  diag(3)
})
print(sum(solved))
