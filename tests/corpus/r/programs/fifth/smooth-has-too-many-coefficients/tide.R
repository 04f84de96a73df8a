suppressPackageStartupMessages(library(mgcv))
set.seed(4)
for (gauge in c("north", "south", "pier")) {
  hours <- if (gauge == "pier") 14 else 60
  level <- data.frame(t = seq_len(hours), h = sin(seq_len(hours) / 4) + rnorm(hours, sd = .1))
  fit <- gam(h ~ s(t, k = 20), data = level, family = gaussian())
  cat(sprintf("%s [%s] deviance explained %.2f\n", "INFO", gauge, summary(fit)$dev.expl))
}
