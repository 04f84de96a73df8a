rain <- read.csv("rain.csv")
x <- as.integer(c("1", "2", "three"))
cat(nrow(rain), "stations,", sum(is.na(x)), "numbers missing\n")
