# rates of the night
rates <- c(usd = 1.07, gbp = 0.86)
value <- function(amount, currency) {
  if (!currency %in% names(rates))
    stop("no rate of '", currency, "' at ", format(as.Date("2026-11-26")))
  amount * rates[[currency]]
}
value(100, "usd")
summary(c(10, 20, 70))
value(100, "chf")
value(50, "gbp")
