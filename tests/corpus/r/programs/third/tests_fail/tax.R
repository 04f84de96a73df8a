net <- function(gross, percent) gross * 100 %/% (100 + percent)
label <- function(x) paste0(format(x, nsmall = 2), " EUR")
