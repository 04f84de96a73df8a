f <- function(x) { warning("column 'kg' has 2 NA: filled by mean"); x }
options(warn = 1)
for (i in 1:2) f(i)
for (i in 1:22) cat("column", i, "read\n")
message("done, 0 errors")
