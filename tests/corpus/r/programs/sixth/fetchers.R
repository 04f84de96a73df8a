library(logger)
log_layout(layout_json(fields = c("time", "level", "pid", "msg")))
log_appender(appender_console)
open_feed <- function(name, try) {
  if (name == "tides" && try < 3) rlang::abort(c("Feed cannot be opened.", x = "Server said 503 Service Unavailable.", i = "Asked for 'tides'."), class = "feed_error")
  if (name == "ice") base::file("/tmp/no-ice.csv", "r")
  paste0("rows-of-", name)
}
fetch <- function(name, try) open_feed(name, try)
got <- character()
for (name in c("waves", "tides", "ice")) {
  for (try in 1:3) {
    result <- tryCatch(
      withCallingHandlers(fetch(name, try), error = function(e) {
        trace <- if (inherits(e, "rlang_error")) format(e, backtrace = TRUE) else format(rlang::trace_back(bottom = sys.call(-1)))
        log_error("attempt {try} for {name} failed: {conditionMessage(e)}")
        cat(trace, sep = "\n", file = stderr())
      }, warning = function(w) log_warn(conditionMessage(w))),
      error = function(e) NULL)
    if (!is.null(result)) break
    Sys.sleep(0.1)
  }
  if (is.null(result)) {
    log_warn("{name}: taken from the climatology instead")
    result <- paste0("mean-of-", name)
  }
  got <- c(got, result)
}
log_success("all feeds: {paste(got, collapse = ', ')}")
