return { error = "none", fatal = false }
