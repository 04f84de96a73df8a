options(warn = 2)
to_kg <- function(x) as.numeric(x) / 1000
for (w in c("1200", "900", "n/a")) cat("weight", to_kg(w), "\n")
