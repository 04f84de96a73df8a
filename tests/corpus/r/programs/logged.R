logit <- function(level, ...) cat(format(as.POSIXct("2026-11-22 12:00:00", tz = "UTC") + 1), level, ..., "\n", file = stderr())
fit <- function(x) if (length(x) < 3) stop("need 3 points, got ", length(x)) else mean(x)
tryCatch({
  logit("INFO", "fitting")
  fit(1:5)
  fit(1:2)
}, error = function(e) {
  logit("ERROR", "fit failed:", conditionMessage(e), "in", deparse(conditionCall(e)))
  for (i in 1:30) logit("INFO", "closing device", i)
  quit(status = 3)
})
