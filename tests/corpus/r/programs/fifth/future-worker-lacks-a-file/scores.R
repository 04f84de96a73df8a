library(future.apply)
plan(multisession, workers = 2)
score <- function(part) {
  message(format("part"), " ", part, " is scored")
  lines <- readLines(sprintf("parts/part-%d.txt", part))
  sum(nchar(lines))
}
dir.create("parts")
for (part in c(1, 2, 4)) writeLines(letters[1:part], sprintf("parts/part-%d.txt", part))
scores <- future_sapply(1:4, score, future.scheduling = FALSE)
print(scores)
