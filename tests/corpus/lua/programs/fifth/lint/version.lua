return { version = "3" }
