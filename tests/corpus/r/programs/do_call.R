score <- function(d, weight) sum(d$kg) * weight
jobs <- list(list(d = data.frame(kg = 1:3), weight = 2), list(d = data.frame(kg = 4:5)))
for (j in jobs) cat("score", do.call(score, j), "\n")
