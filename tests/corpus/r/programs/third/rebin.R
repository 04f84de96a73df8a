suppressPackageStartupMessages(library(optparse))
cat("rebin 1.2\n")
parser <- OptionParser(option_list = list(
  make_option(c("-t", "--threads"), type = "integer", default = 1, help = "number of threads"),
  make_option("--out", default = "out", help = "folder of the result")))
options <- parse_args(parser, args = c("--out=x", "--theads=4"))
cat("threads", options$threads, "\n")
