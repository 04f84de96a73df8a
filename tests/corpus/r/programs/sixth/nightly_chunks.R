dir <- tempfile("gauges"); dir.create(dir); setwd(dir)
writeLines(c("# Plausibility of the gauges", "",
  "```{r}", "level <- c(210, 214, NA, 230)", "mean(level, na.rm = TRUE)", "```", "",
  "What happens when someone passes text, and how it is told:", "",
  "```{r, error = TRUE}", "log('high')", "stop('gauge 7 is ', 'dry')", "lm(level ~ nothing)", "as.integer('x')", "```", "",
  "The rest is as usual.", "",
  "```{r}", "try(sqrt('a'), silent = TRUE)", "summary(level)", "```"), "gauges.Rmd")
out <- knitr::knit("gauges.Rmd", quiet = FALSE)
cat(readLines(out), sep = "\n")
cat("written:", out, "with", length(readLines(out)), "lines\n")
