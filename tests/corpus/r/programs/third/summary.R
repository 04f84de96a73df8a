suppressPackageStartupMessages(library(dplyr))
sales <- tibble(region = c("north", "south", "south", "west"), amount = c("12", "7", "none", "3"))
numbers <- function(x) {
  bad <- is.na(suppressWarnings(as.numeric(x)))
  if (any(bad)) stop("amount is no number: ", paste(x[bad], collapse = ", "))
  as.numeric(x)
}
cat("summing", nrow(sales), "sales\n")
result <- sales %>% group_by(region) %>% summarise(total = sum(numbers(amount)), .groups = "drop")
print(result)
