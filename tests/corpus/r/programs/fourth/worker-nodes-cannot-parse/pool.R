library(parallel)
cluster <- makeCluster(2, outfile = "")
parse_size <- function(text) {
  number <- suppressWarnings(as.numeric(sub("[kMG]B$", "", text)))
  if (is.na(number)) stop("no size: '", text, "'")
  number
}
sizes <- parSapply(cluster, c("12kB", "3MB", "many", "7GB"), parse_size)
stopCluster(cluster)
print(sizes)
