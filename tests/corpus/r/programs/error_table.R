d <- data.frame(error = c("timeout", "subscript out of bounds", "object 'x' not found"), seen = c(0, 0, 0))
print(d)
cat("standard error:", format(sd(cars$dist) / sqrt(50), digits = 4), "\n")
for (i in 1:18) cat("chain", i, "converged, error", format(1 / i^3, digits = 2), "\n")
