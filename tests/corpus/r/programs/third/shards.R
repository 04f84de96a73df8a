suppressPackageStartupMessages({ library(foreach); library(doParallel) })
registerDoSEQ()
simulate <- function(shard) {
  cells <- if (shard == 3) numeric(0) else seq_len(shard * 2)
  if (!length(cells)) stop("shard ", shard, " has no cells")
  message("shard ", shard, ": ", length(cells), " cells")
  mean(cells)
}
result <- foreach(shard = 1:4, .combine = c) %dopar% simulate(shard)
print(result)
