r <- lapply(1:6, function(n) try(if (n == 4) stop("worker gave nothing") else n, silent = TRUE))
for (x in r) cat(if (inherits(x, "try-error")) paste("left out:", x) else paste("part", x, "\n"))
for (i in 1:22) cat("merged", i, "\n")
