suppressPackageStartupMessages(library(dplyr))
parcels <- tibble(id = 1:3, weight = c(2.5, 1, 7), zone = c("a", "b", "a"))
by_zone <- function(rows) {
  rows %>% select(zone, weigth) %>% group_by(zone) %>% summarise(total = sum(weigth))
}
cat("parcels:", nrow(parcels), "\n")
print(by_zone(parcels))
