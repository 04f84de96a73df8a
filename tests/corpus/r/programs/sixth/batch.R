suppressMessages({library(batchtools)})
options(batchtools.progress = FALSE, width = 100)
work <- "/tmp/registry"
unlink(work, recursive = TRUE)
reg <- makeRegistry(file.dir = work, seed = 11, packages = character(0))
reg$cluster.functions <- makeClusterFunctionsInteractive(external = FALSE)
rate <- function(river, marker) {
  if (river == "isar" && !file.exists(marker)) {
    file.create(marker)
    stop("no discharge for river 'isar' before 06:00")
  }
  nchar(river) * 10
}
unlink("/tmp/isar.seen")
ids <- batchMap(rate, river = c("rhine", "isar", "elbe", "oder"), more.args = list(marker = "/tmp/isar.seen"), reg = reg)
suppressWarnings(submitJobs(ids, reg = reg))
waitForJobs(reg = reg)
print(getStatus(reg = reg))
print(getErrorMessages(reg = reg)[, .(job.id, terminated, error, message)])
writeLines(getLog(findErrors(reg = reg)$job.id[1], reg = reg))
again <- findErrors(reg = reg)
message("resubmitting ", nrow(again), " job")
submitJobs(again, reg = reg)
waitForJobs(reg = reg)
print(getStatus(reg = reg))
cat("sum of rates:", sum(unlist(reduceResultsList(reg = reg))), "\n")
unlink(c(work, "/tmp/isar.seen"), recursive = TRUE)
