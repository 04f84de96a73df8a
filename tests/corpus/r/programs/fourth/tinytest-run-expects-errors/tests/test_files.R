print(try(readRDS("absent.rds"), silent = FALSE))
expect_error(suppressWarnings(readRDS("absent.rds")), "cannot open the connection")
