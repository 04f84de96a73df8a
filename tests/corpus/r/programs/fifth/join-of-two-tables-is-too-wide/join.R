suppressPackageStartupMessages(library(data.table))
setDTthreads(1)
visits <- data.table(shop = rep(c("n", "s"), each = 40), day = 1:80)
offers <- data.table(shop = rep(c("n", "s", "w"), each = 30), offer = 1:90)
widen <- function(visits, offers) {
  visits[offers, on = "shop"]
}
message("visits: ", nrow(visits), " rows, offers: ", nrow(offers), " rows")
invisible(reg.finalizer(globalenv(), function(e) message("join.R: scratch folder is removed"), onexit = TRUE))
print(widen(visits, offers)[, .N, by = shop])
