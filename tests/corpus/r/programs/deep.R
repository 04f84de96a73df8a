depth <- function(n) 1 + depth(n + 1)
options(expressions = 500)
depth(0)
