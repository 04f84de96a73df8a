f <- function(x) as.numeric(x)
print(f("abc"))
warning("Error handling changes in 2.0")
x <- 1:3 + 1:2
message("Note: 0 errors | 2 warnings")
