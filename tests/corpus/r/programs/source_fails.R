writeLines(c("limit <- 3", "weights <- c(1, 2", "total <- sum(weights)"), "/app/limits.R")
setup <- function() source("/app/limits.R")
cat("setting up\n")
setup()
