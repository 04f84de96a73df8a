str(list(on_error = "halt", show.error.messages = TRUE, error = NULL, warn = 0L, last = "Error in f() : none"))
for (i in 1:16) cat("model", i, "saved\n")
