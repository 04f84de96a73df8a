quota_error <- function(used, limit) {
  structure(class = c("quota_error", "error", "condition"),
            list(message = sprintf("quota is used up: %d of %d\n  größte Datei: a.bin", used, limit), call = sys.call(-1)))
}
upload <- function(n) if (n > 100) stop(quota_error(n, 100)) else n
uploads <- function(ns) for (n in ns) upload(n)
uploads(c(10, 512))
