project <- function(x, basis) x %*% basis
layers <- list(matrix(1, 3, 2), matrix(1, 2, 2), matrix(1, 3, 1))
x <- matrix(1, 1, 3)
for (l in layers) { x <- project(x, l); cat("layer gives", dim(x), "\n") }
