options(error = quote({ cat("backtrace:\n", file = stderr()); traceback(2); quit(status = 5) }))
shard <- function(n) if (n == 3) stop("shard ", n, ": größe ist {0, 7}") else n
sync <- function() for (n in 1:4) cat("shard", shard(n), "open\n")
sync()
