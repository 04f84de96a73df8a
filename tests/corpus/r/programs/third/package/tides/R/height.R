height <- function(hour) sin(hour / 12.4)
