f <- function(x) x + undefined_rate
result <- sapply(1:3, f)
print(result)
