height <- function(hour) sin(hour / 12.4)
throw_error <- function() stop("error")
