options(error = quote({ traceback(2); quit(status = 1) }))
price <- function(table, name) table[[name]]
total <- function(table, names) sum(vapply(names, function(n) price(table, n), 0))
cat("totalling\n")
total(list(bolt = 3), c("bolt", "nut"))
