suppressPackageStartupMessages({library(data.table); library(lme4)})
setDTthreads(1)
writeLines(c("id,lot,value", "1,a,3.1", "2,a,2.9", "3,b,x", "4,b,3.3,9", "5,c,1"), "lots.csv")
lots <- tryCatch(fread("lots.csv"), warning = function(w) {
  message("ERROR [load] ", conditionMessage(w), "\n      [load] once more, line by line")
  fread("lots.csv", fill = TRUE)
})
lots[, value := as.numeric(value)]
set.seed(2)
more <- data.frame(value = rnorm(30), lot = rep(letters[1:3], 10))
fit <- lmer(value ~ 1 + (1 | lot), data = more)
gone <- try(lmer(value ~ 1 + (1 | nowhere), data = more))
cat("lots:", nrow(lots), "singular:", isSingular(fit), "failed fits:", inherits(gone, "try-error"), "\n")
