import <- function(path) {
  d <- read.csv(path)
  d[d$kg > 0, ]
}
cat("import of night 26\n")
print(nrow(import("/app/in/rows.csv")))
