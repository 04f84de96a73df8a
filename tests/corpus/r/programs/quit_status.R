log <- function(lvl, ...) message(format(as.POSIXct("2026-11-26 03:10:07", tz = "UTC")), " [", lvl, "] ", ...)
solve_step <- function(n) solve(matrix(c(1, 2, 2, 4), 2))
result <- withCallingHandlers(
  tryCatch(solve_step(1), error = function(e) {
    log("FATAL", "step 1: ", conditionMessage(e), " in ", deparse(conditionCall(e))[1])
    for (i in 1:6) log("INFO", "closing file ", i)
    quit(status = 3)
  }))
