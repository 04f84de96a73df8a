knitr::opts_chunk$set(error = FALSE)
knitr::knit("report.Rmd", "report.md", quiet = TRUE)
cat("report.md:", file.size("report.md"), "bytes\n")
