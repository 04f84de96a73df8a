ask <- function(n) if (n < 3) stop("timeout on try ", n) else list()
reply <- NULL
for (n in 1:3) {
  reply <- tryCatch(ask(n), error = function(e) { message("warning: ", conditionMessage(e), ", again"); print(e); NULL })
}
first <- function(r) r[[1]]
print(first(reply))
