check_rows <- function(d) {
  if (any(is.na(d$weight))) {
    stop("weight is missing in row ", which(is.na(d$weight))[1])
  }
  d
}

summarise <- function(d) {
  mean(check_rows(d)$weight)
}

cat("summarising\n")
print(summarise(data.frame(weight = c(1, NA, 3))))
