findings <- lintr::lint("job.R", linters = lintr::linters_with_defaults(lintr::undesirable_function_linter()), cache = FALSE)
for (f in as.data.frame(findings)$message) cat("finding:", f, "\n")
cat("lint: ", length(findings), " findings are reported, none of them stops the night\n", sep = "")
