suppressPackageStartupMessages(library(lme4))
set.seed(4)
plots <- expand.grid(field = factor(1:4), year = 2019:2023, seed = c("a", "b"))
plots$yield <- 50 + 3 * (plots$seed == "b") + rnorm(nrow(plots), 0, 2)
plots$rain <- (plots$year - 2019) * 1000 + rnorm(nrow(plots))
forms <- list(full = yield ~ seed + rain + (rain | field), slopes = yield ~ seed + (seed | field), plain = yield ~ seed + (1 | field),
              odd = yield ~ seed + soil + (1 | field))
fits <- lapply(names(forms), function(name) {
  message(format(Sys.time(), "%H:%M:%S"), " fitting ", name)
  tryCatch(
    withCallingHandlers(lmer(forms[[name]], data = plots, REML = FALSE),
      warning = function(w) { message("Warning in ", name, ": ", conditionMessage(w)); invokeRestart("muffleWarning") }),
    error = function(e) { message("Error in ", deparse(conditionCall(e))[1], " : ", conditionMessage(e), " -- ", name, " dropped"); NULL })
})
names(fits) <- names(forms)
fits <- Filter(Negate(is.null), fits)
aic <- sort(sapply(fits, AIC))
print(round(aic, 2))
print(fixef(fits[[names(aic)[1]]]))
