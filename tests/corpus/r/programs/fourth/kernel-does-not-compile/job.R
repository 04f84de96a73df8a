library(Rcpp)
cat("compiling kernel.cpp\n")
sourceCpp("kernel.cpp", rebuild = TRUE, cacheDir = "cache")
print(smooth(c(1, 4, 2, 8), 3L))
