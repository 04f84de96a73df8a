load_stations <- function(path) {
  on.exit(cat("closing", path, "\n"))
  read.csv(path, stringsAsFactors = FALSE)
}
rain <- read.csv("rain.csv")
stations <- load_stations("stations.csv")
cat(nrow(merge(rain, stations)), "rows\n")
