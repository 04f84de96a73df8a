ratio <- function(a, b) a / b
report <- function(rows) lapply(rows, function(r) ratio(r$a, r$b))
invisible(report(list(list(a = 1, b = 2), list(a = "3", b = 4))))
