read_key <- function(path) stop(paste0("no key at [", path, "]"), call. = FALSE)
load <- function() {
  tryCatch(read_key("/app/secrets/key"), error = function(e)
    stop(paste0("settings cannot be loaded:\n  caused by: ", conditionMessage(e)), call. = FALSE))
}
cat("loading\n")
load()
