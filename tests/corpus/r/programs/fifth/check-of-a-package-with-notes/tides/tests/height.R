library(tides)
failed <- try(height(-3))
stopifnot(inherits(failed, "try-error"))
tryCatch(height(-1), error = function(e) message("Error: ", conditionMessage(e)))
